package eventflux.ext.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.EngineOptions;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink and a source that speak https with each other. */
class HttpsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private final RecordedOutput out = new RecordedOutput(SCHEMA, List.of());
    private Webhook webhook;

    @BeforeAll
    static void makeKeys() throws Exception {
        for (String name : List.of("server", "client")) {
            Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            Process keytool = new ProcessBuilder(
                            tool.toString(),
                            "-genkeypair",
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "SAN=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            keys(name),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            assertThat(keytool.waitFor()).isZero();
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(
                    name,
                    KeyStore.getInstance(Path.of(keys(name)).toFile(), PASSWORD.toCharArray())
                            .getCertificate(name));
            try (OutputStream file = Files.newOutputStream(Path.of(trust(name)))) {
                trust.store(file, PASSWORD.toCharArray());
            }
        }
    }

    private static String keys(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static String trust(String name) {
        return folder.resolve(name + "-trust.p12").toString();
    }

    @AfterEach
    void stop() {
        if (webhook != null) {
            webhook.stop();
        }
    }

    private void listen(String... more) throws IOException {
        Map<String, String> settings = with(
                Map.of(
                        "port",
                        "0",
                        "host",
                        "localhost",
                        "tls.keystore.file",
                        keys("server"),
                        "tls.keystore.password",
                        PASSWORD),
                more);
        webhook = (Webhook)
                new HttpSourceFactory().create(EndpointFixture.mapped(HttpSourceFactory.class, SCHEMA, settings));
        webhook.start(out);
    }

    private static Map<String, String> with(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private void publish(String text, String... more) throws IOException {
        Map<String, String> settings =
                with(Map.of("url", "https://localhost:" + webhook.port() + "/", "retry.max-attempts", "1"), more);
        MessageSink sink = (MessageSink) new HttpSinkFactory()
                .create(EndpointFixture.mapped(HttpSinkFactory.class, SCHEMA, settings)
                        .in("another") // a webhook does not let the sinks of its own application wait
                        .at(new EngineOptions().timeSource()));
        sink.start();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.publish(bytes, 0, bytes.length);
        sink.stop();
    }

    @Test
    void carriesMessagesBetweenThoseWhoTrustEachOther() throws IOException {
        listen();

        publish("hello", "tls.truststore.file", trust("server"), "tls.truststore.password", PASSWORD);

        assertThat(out.texts()).containsExactly("hello");
    }

    @Test
    void sendsNothingToWhomNobodyVouchesFor() throws IOException {
        listen();

        assertThatThrownBy(() -> publish("hello")).isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        publish("hello", "tls.truststore.file", trust("client"), "tls.truststore.password", PASSWORD))
                .isInstanceOf(IOException.class);
        assertThat(out.texts()).isEmpty();
    }

    @Test
    void wantsCallersToShowACertificateWhenItKnowsWhoVouchesForThem() throws IOException {
        listen("tls.truststore.file", trust("client"), "tls.truststore.password", PASSWORD);

        assertThatThrownBy(() ->
                        publish("hello", "tls.truststore.file", trust("server"), "tls.truststore.password", PASSWORD))
                .isInstanceOf(IOException.class);
        publish(
                "shown",
                "tls.truststore.file",
                trust("server"),
                "tls.truststore.password",
                PASSWORD,
                "tls.keystore.file",
                keys("client"),
                "tls.keystore.password",
                PASSWORD);

        assertThat(out.texts()).containsExactly("shown");
    }

    @Test
    void saysWhichStoreItCannotRead() {
        assertThatThrownBy(
                        () -> listen("tls.keystore.file", folder.resolve("none").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tls.keystore.file: there is no file");
        assertThatThrownBy(() -> listen("tls.keystore.password", "wrong"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }
}
