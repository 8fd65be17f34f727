package eventflux.ext.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

/** Where the server is and who asks. */
@Parameters({
    @Parameter(name = "host", type = ParameterType.STRING, optional = true, description = "The server; or say uri."),
    @Parameter(
            name = "port",
            type = ParameterType.INT,
            optional = true,
            defaultValue = "5672",
            description = "Its port."),
    @Parameter(
            name = "uri",
            type = ParameterType.STRING,
            optional = true,
            description = "Everything in one: amqp://user:password@host:port/vhost, or amqps."),
    @Parameter(
            name = "username",
            type = ParameterType.STRING,
            optional = true,
            defaultValue = "guest",
            description = "The user."),
    @Parameter(
            name = "password",
            type = ParameterType.STRING,
            optional = true,
            defaultValue = "guest",
            description = "The password."),
    @Parameter(
            name = "vhost",
            type = ParameterType.STRING,
            optional = true,
            defaultValue = "/",
            description = "The virtual host."),
    @Parameter(
            name = "tls.enabled",
            type = ParameterType.BOOL,
            optional = true,
            defaultValue = "false",
            description = "Whether the connection is encrypted and the server's certificate checked."),
    @Parameter(
            name = "connect.timeout.ms",
            type = ParameterType.TIME,
            optional = true,
            defaultValue = "10000",
            description = "How long a connection may take to come about."),
    @Parameter(
            name = "heartbeat.ms",
            type = ParameterType.TIME,
            optional = true,
            defaultValue = "30000",
            description = "How often both sides show that they are there.")
})
final class Address {

    private final Settings settings;
    private final String name;

    /**
     * From the settings of a source or sink.
     *
     * @param name what the server shows the connection as
     */
    Address(Settings settings, String name) {
        this.settings = settings;
        this.name = name;
        if (!settings.has("uri") && !settings.has("host")) {
            throw new IllegalArgumentException("rabbitmq needs host or uri");
        }
    }

    /** A new connection. It is not the client that brings it back when it is lost: what was not acknowledged is known here. */
    Connection connect() throws IOException {
        ConnectionFactory factory = checkedFactory();
        String place = factory.getHost() + ":" + factory.getPort();
        try {
            return factory.newConnection(name);
        } catch (TimeoutException e) {
            throw new IOException("no connection to " + place + " in time", e);
        } catch (IOException e) {
            throw new IOException("no connection to " + place + ": " + reason(e), e);
        }
    }

    // Without the cause: it says the whole address, with the password.
    private ConnectionFactory checkedFactory() throws IOException {
        try {
            return factory();
        } catch (URISyntaxException e) {
            throw new IOException("uri is not amqp://user:password@host:port/vhost: " + e.getReason());
        } catch (GeneralSecurityException e) {
            throw new IOException(e.toString(), e);
        }
    }

    private ConnectionFactory factory() throws GeneralSecurityException, URISyntaxException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setPort(settings.getInt("port"));
        factory.setUsername(settings.getString("username"));
        factory.setPassword(settings.getString("password"));
        factory.setVirtualHost(settings.getString("vhost"));
        settings.find("host").ifPresent(factory::setHost);
        if (settings.getBoolean("tls.enabled")) {
            factory.useSslProtocol();
            factory.enableHostnameVerification();
        }
        if (settings.has("uri")) {
            factory.setUri(settings.getString("uri"));
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout((int) settings.getMillis("connect.timeout.ms"));
        factory.setRequestedHeartbeat((int) Math.max(1, settings.getMillis("heartbeat.ms") / 1_000));
        return factory;
    }

    private static String reason(IOException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }
}
