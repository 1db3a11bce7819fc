import styles from './kbd.module.css';

/** A key combination as it is written on this system, such as `Ctrl K`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keys}</kbd>;
}
