"""Builds networks of namespaces and tries connections in them.

Reads one JSON object per line ({"network": ..., "exchanges": [...], "patience": seconds}) and answers each with a line: a list of booleans.
Has to be started in network and mount namespaces of its own (`unshare --net --mount`): whatever it makes is gone when it ends.
"""
import ctypes
import json
import os
import select
import socket
import struct
import subprocess
import sys
import time

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000
HOME = os.open("/proc/self/ns/net", os.O_RDONLY)
BATCH = ["ip", "-force", "-batch", "-"]


def enter(descriptor):
    if LIBC.setns(descriptor, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


class Inside:
    """Runs a block in the namespace of this name."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        descriptor = os.open("/run/netns/" + self.name, os.O_RDONLY)
        enter(descriptor)
        os.close(descriptor)

    def __exit__(self, *_):
        enter(HOME)


def run(command, text):
    done = subprocess.run(command, input=text, text=True, capture_output=True)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(" ".join(command) + ": " + done.stderr + "\n" + text)


def write_setting(path, value):
    if os.path.exists(path):
        with open(path, "w") as file:
            file.write(value)


def settle(name, is_router):
    """Kernel settings: no redirects, no reverse path filter, and forwarding for routers alone."""
    with Inside(name):
        for scope in ("all", "default"):
            for key in ("rp_filter", "send_redirects", "accept_redirects"):
                write_setting("/proc/sys/net/ipv4/conf/%s/%s" % (scope, key), "0")
        write_setting("/proc/sys/net/ipv4/ip_forward", "1" if is_router else "0")
        # Addresses of IPv6 are in use at once: nobody else is there to have the same one.
        for scope in ("all", "default"):
            for key in ("accept_dad", "dad_transmits", "accept_ra", "accept_redirects", "router_solicitations"):
                write_setting("/proc/sys/net/ipv6/conf/%s/%s" % (scope, key), "0")
            write_setting("/proc/sys/net/ipv6/conf/%s/forwarding" % scope, "1" if is_router else "0")
        write_setting("/proc/sys/net/bridge/bridge-nf-call-iptables", "0")
        write_setting("/proc/sys/net/bridge/bridge-nf-call-ip6tables", "0")


def add_address(address, device):
    return "addr add %s dev %s%s" % (address, device, " nodad" if ":" in address else "")


def attach(end):
    lines = ["link set dev %s up" % end["device"]]
    if end.get("bridge"):
        lines.insert(0, "link set dev %s master %s" % (end["device"], end["bridge"]))
    if end.get("address"):
        lines.append(add_address(end["address"], end["device"]))
    return lines


TENTATIVE = 0x40


def is_settled():
    """Whether every IPv6 address of this namespace is in use: one on a cable that just came up is tentative for a moment."""
    with open("/proc/self/net/if_inet6") as file:
        return not any(int(line.split()[4], 16) & TENTATIVE for line in file)


def wait_for_addresses(names):
    end = time.monotonic() + 5
    for name in names:
        with Inside(name):
            while not is_settled() and time.monotonic() < end:
                time.sleep(0.005)


def build(network):
    run(BATCH, "".join("netns add %s\n" % name for name in network["namespaces"]))
    lines = {name: ["link set dev lo up"] for name in network["namespaces"]}
    for name in network["namespaces"]:
        settle(name, name in network["forwarding"])
    for bridge in network["bridges"]:
        lines[bridge["namespace"]] += ["link add %s type bridge" % bridge["device"], "link set dev %s up" % bridge["device"], add_address(bridge["address"], bridge["device"])]
    pairs = []
    for one, other in network["cables"]:
        pairs.append("link add %s netns %s type veth peer name %s netns %s\n" % (one["device"], one["namespace"], other["device"], other["namespace"]))
        lines[one["namespace"]] += attach(one)
        lines[other["namespace"]] += attach(other)
    run(BATCH, "".join(pairs))
    for name in network["namespaces"]:
        run(["ip", "-%d" % network["family"], "-n", name, "-force", "-batch", "-"], "\n".join(lines[name] + network["ip"].get(name, [])) + "\n")
    for name, script in network["nft"].items():
        with Inside(name):
            run(["nft", "-f", "-"], script)
    if network["family"] == 6:
        wait_for_addresses(network["namespaces"])


def tear_down(network):
    run(BATCH, "".join("netns delete %s\n" % name for name in network["namespaces"]))


def open_socket(namespace, address, kind, protocol=0):
    with Inside(namespace):
        made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kind, protocol)
    made.setblocking(False)
    return made


def listen(exchange):
    """A listener where the destination is; it is not there where nobody has the address."""
    listener = exchange["destination"].get("listener")
    if listener is None or exchange["protocol"] == "icmp":
        return None
    is_tcp = exchange["protocol"] == "tcp"
    made = open_socket(listener["namespace"], listener["address"], socket.SOCK_STREAM if is_tcp else socket.SOCK_DGRAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((listener["address"], exchange["destination"]["port"]))
    if is_tcp:
        made.listen(64)
    return made


def checksum(data):
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def echo_request(identifier, is_ipv6):
    if is_ipv6:
        return struct.pack("!BBHHH", 128, 0, 0, identifier, 1)  # the kernel fills in the checksum (RFC 3542)
    head = struct.pack("!BBHHH", 8, 0, 0, identifier, 1)
    return struct.pack("!BBHHH", 8, 0, checksum(head), identifier, 1)


class Attempt:
    """One exchange under way."""

    def __init__(self, exchange):
        self.exchange = exchange
        self.protocol = exchange["protocol"]
        self.has_arrived = False
        self.is_over = False
        source, destination = exchange["source"], exchange["destination"]
        self.is_ipv6 = ":" in source["address"]
        echo = socket.IPPROTO_ICMPV6 if self.is_ipv6 else socket.IPPROTO_ICMP
        kinds = {"tcp": (socket.SOCK_STREAM, 0), "udp": (socket.SOCK_DGRAM, 0), "icmp": (socket.SOCK_RAW, echo)}
        self.socket = open_socket(source["namespace"], source["address"], *kinds[self.protocol])
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind((source["address"], 0 if self.protocol == "icmp" else source["port"]))
        try:
            self.start((destination["address"], destination["port"]))
        except BlockingIOError:
            pass
        except OSError:
            self.is_over = True

    def start(self, address):
        if self.protocol == "icmp":
            self.socket.sendto(echo_request(self.exchange["source"]["port"], self.is_ipv6), (address[0], 0))
            return
        self.socket.connect(address)
        if self.protocol == "udp":
            self.socket.send(b"question")

    def proceed(self):
        try:
            if self.protocol == "tcp":
                self.has_arrived = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
                self.is_over = True
            elif self.protocol == "udp":
                self.has_arrived = self.socket.recv(64) == b"question"
                self.is_over = True
            else:
                packet = self.socket.recv(2048)
                head = packet if self.is_ipv6 else packet[(packet[0] & 15) * 4 :]
                if head[0] == (129 if self.is_ipv6 else 0) and struct.unpack("!H", head[4:6])[0] == self.exchange["source"]["port"]:
                    self.has_arrived = self.is_over = True
        except BlockingIOError:
            pass
        except OSError:
            self.is_over = True


def serve(listener, accepted):
    try:
        if listener.type == socket.SOCK_STREAM:
            accepted.append(listener.accept()[0])
        else:
            data, sender = listener.recvfrom(64)
            listener.sendto(data, sender)
    except OSError:
        pass


def attempt_all(exchanges, patience):
    listeners, accepted = {}, []
    for exchange in exchanges:
        destination = exchange["destination"]
        key = json.dumps([exchange["protocol"], destination.get("listener"), destination["port"]])
        if key not in listeners:
            listeners[key] = listen(exchange)
    serving = [one for one in listeners.values() if one is not None]
    attempts = [Attempt(exchange) for exchange in exchanges]
    end = time.monotonic() + patience
    while time.monotonic() < end:
        waiting = [one for one in attempts if not one.is_over]
        if not waiting:
            break
        connecting = [one.socket for one in waiting if one.protocol == "tcp"]
        reading = [one.socket for one in waiting if one.protocol != "tcp"]
        ready, writable, _ = select.select(serving + reading, connecting, [], max(0.0, min(0.05, end - time.monotonic())))
        for one in waiting:
            if one.socket in ready or one.socket in writable:
                one.proceed()
        for listener in serving:
            if listener in ready:
                serve(listener, accepted)
    for one in [attempt.socket for attempt in attempts] + serving + accepted:
        one.close()
    return [one.has_arrived for one in attempts]


def main():
    os.makedirs("/run/netns", exist_ok=True)
    run(["mount", "--make-rprivate", "/"], "")
    run(["mount", "-t", "tmpfs", "namespaces", "/run/netns"], "")
    for line in sys.stdin:
        job = json.loads(line)
        build(job["network"])
        answers = attempt_all(job["exchanges"], job["patience"])
        tear_down(job["network"])
        print(json.dumps(answers), flush=True)


main()
