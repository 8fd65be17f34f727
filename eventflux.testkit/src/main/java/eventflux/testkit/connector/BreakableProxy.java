package eventflux.testkit.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between a client and a server on this machine: cuts all connections when told, and closes each new one at once while it is down, as if
 * the server had been killed. Safe for many threads.
 */
public final class BreakableProxy implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final int target;
    private final ServerSocket server;
    // Guarded by this.
    private final List<Socket> sockets = new ArrayList<>();
    private boolean isDown;

    /**
     * A proxy that lets everything through.
     *
     * @param target the port of the server
     */
    public BreakableProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** Where clients connect. */
    public int port() {
        return server.getLocalPort();
    }

    /** Cuts all connections; new ones are let through. */
    public synchronized void breakAll() {
        sockets.forEach(BreakableProxy::close);
        sockets.clear();
    }

    /** Cuts all connections and lets no new ones through. */
    public synchronized void down() {
        isDown = true;
        breakAll();
    }

    /** Lets connections through again. */
    public synchronized void up() {
        isDown = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        down();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // It is closed, or the server behind it is away; the client sees that its connection is closed.
                continue;
            }
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        if (isDown) {
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
