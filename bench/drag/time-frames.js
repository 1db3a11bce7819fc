// Runs in either page: drags a node there and back, one step in each frame, and answers the milliseconds between frames.
(async ({ node, frames }) => {
  const element = document.querySelector(`.react-flow__node[data-id="${node}"]`);
  const { x, y, width, height } = element.getBoundingClientRect();
  const start = { x: x + width / 2, y: y + height / 2 };
  const send = (target, type, { x: clientX, y: clientY }) =>
    target.dispatchEvent(new MouseEvent(type, { clientX, clientY, button: 0, buttons: type === 'mouseup' ? 0 : 1, bubbles: true, cancelable: true, view: window }));
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  send(element, 'mousedown', start);
  for (let frame = 0; frame <= frames; frame += 1) {
    await nextFrame();
    times.push(performance.now());
    // Out for half of the way, then back, so that nothing has moved in the end.
    const step = frame <= frames / 2 ? frame : frames - frame;
    send(window, 'mousemove', { x: start.x + step, y: start.y + step / 2 });
  }
  send(window, 'mouseup', start);
  await nextFrame();
  return times.slice(1).map((time, index) => time - times[index]);
})
