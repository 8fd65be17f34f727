package eventflux.ext.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A source that is called: each request is a message. It is answered when the application and its sinks have done with the message,
 * so a caller that gets no success can try again.
 */
final class Webhook implements Source {

    private static final int STOP_PATIENCE_SECONDS = 1;

    private final WebhookOptions options;
    private final Tls tls;
    private final Responder responder;
    private final String name;
    private final Semaphore room;

    // All written by the thread that starts and stops.
    private HttpServer server; // null while it is stopped
    private ExecutorService threads;
    private volatile SourceOutput out;

    /**
     * A source that does not listen yet.
     *
     * @param tls with a key of our own, callers speak https
     * @param responder answers a request whose message was taken
     */
    Webhook(WebhookOptions options, Tls tls, Responder responder, String name) {
        this.options = options;
        this.tls = tls;
        this.responder = responder;
        this.name = name;
        this.room = new Semaphore(options.mostRequests());
    }

    /** Takes messages and answers their requests. */
    interface Responder {

        /** Delivers a message and answers the request, now or later. */
        void respond(HttpExchange exchange, byte[] body, SourceOutput out) throws IOException;
    }

    @Override
    public void start(SourceOutput output) throws IOException {
        out = output;
        server = server(new InetSocketAddress(options.host(), options.port()));
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext(options.path(), this::handle);
        server.start();
    }

    private HttpServer server(InetSocketAddress address) throws IOException {
        if (!tls.hasKey()) {
            return HttpServer.create(address, 0);
        }
        SSLContext context = tls.context().orElseThrow();
        HttpsServer secured = HttpsServer.create(address, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters chosen = context.getDefaultSSLParameters();
                chosen.setNeedClientAuth(tls.hasTrust());
                parameters.setSSLParameters(chosen);
            }
        });
        return secured;
    }

    /** The port that it listens on: the one of the settings, or a free one for 0. */
    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (!room.tryAcquire()) {
            Answers.send(exchange, 503);
            return;
        }
        try {
            int refusal = refusal(exchange);
            if (refusal != 0) {
                Answers.send(exchange, refusal);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(options.mostBytes() + 1);
            if (body.length > options.mostBytes()) {
                Answers.send(exchange, 413);
                return;
            }
            responder.respond(exchange, body, out);
        } catch (IOException | RuntimeException e) {
            Answers.send(exchange, 500);
        } finally {
            room.release();
        }
    }

    /** The status of a request that is not wanted; 0 for one that is. */
    private int refusal(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals(options.path())) {
            return 404;
        }
        if (!options.methods().contains(exchange.getRequestMethod())) {
            return 405;
        }
        return options.isAllowed(exchange.getRequestHeaders()) ? 0 : 401;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(room.availablePermits() == options.mostRequests() ? 0 : STOP_PATIENCE_SECONDS);
            threads.shutdown();
            try {
                threads.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            server = null;
        }
    }
}
