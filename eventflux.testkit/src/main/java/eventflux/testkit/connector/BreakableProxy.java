package eventflux.testkit.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between a client and a server on this machine: cuts all connections when told, and is away, as a server that was killed, until it is
 * told to come back on the same port. Safe for many threads.
 */
public final class BreakableProxy implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final int target;
    private final int port;
    // Guarded by this.
    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket server;

    /**
     * A proxy that lets everything through.
     *
     * @param target the port of the server
     */
    public BreakableProxy(int target) throws IOException {
        this.target = target;
        this.port = listen(0).getLocalPort();
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /** Cuts all connections; new ones are let through. */
    public synchronized void breakAll() {
        sockets.forEach(BreakableProxy::close);
        sockets.clear();
    }

    /** Cuts all connections and takes no new ones. */
    public synchronized void down() throws IOException {
        server.close();
        breakAll();
    }

    /** Takes connections again. */
    public void up() throws IOException {
        listen(port);
    }

    @Override
    public void close() throws IOException {
        down();
    }

    private synchronized ServerSocket listen(int at) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
        server = listening;
        thread(() -> accept(listening));
        return listening;
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                connect(listening, listening.accept());
            } catch (IOException e) {
                // It is down, or the server behind it is; the client sees that its connection is closed.
                continue;
            }
        }
    }

    private synchronized void connect(ServerSocket listening, Socket client) throws IOException {
        if (listening.isClosed()) {
            client.close();
            return;
        }
        sockets.add(client);
        try {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(behind);
            thread(() -> pump(client, behind));
            thread(() -> pump(behind, client));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them is closed, so the other is closed too.
            close(to);
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
