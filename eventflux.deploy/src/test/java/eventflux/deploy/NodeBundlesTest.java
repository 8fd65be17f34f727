package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.EngineOptions;
import eventflux.api.deploy.KnownBundle;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;

class NodeBundlesTest {

    private static final ExtensionName EVERY = new ExtensionName(ExtensionKind.WINDOW, "acme:every");
    private static final String WINDOW = "eventflux.extension;kind=WINDOW;name:List<String>=\"acme:last,acme:every\"";

    @TempDir
    Path temporary;

    private Node node;
    private Path repository;
    private NodeBundles bundles;

    @BeforeEach
    void start() throws Exception {
        node = new Node(temporary.resolve("cache"));
        repository = Files.createDirectories(temporary.resolve("repository"));
        bundles = over(repository.toString());
    }

    @AfterEach
    void stop() throws Exception {
        node.stop();
    }

    private NodeBundles over(String place) {
        return new NodeBundles(
                node.context(), new EngineOptions().withSettings(Map.of("extensions.repository", place)));
    }

    private static byte[] vendor(String version, String... more) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Bundle-SymbolicName", "acme.windows");
        headers.put("Bundle-Version", version);
        headers.put("Provide-Capability", WINDOW);
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return Node.jar(headers, Map.of());
    }

    private Bundle installed(String version) throws IOException, BundleException {
        return node.context().installBundle("test:" + version, new ByteArrayInputStream(vendor(version)));
    }

    private List<String> known(Map<String, String> versions) {
        return bundles.providing(EVERY, versions).stream()
                .map(bundle -> bundle.version() + " " + bundle.obstacle())
                .toList();
    }

    @Test
    void knowsWhatIsInstalledAndWhatAFolderHolds() throws Exception {
        Files.write(repository.resolve("newer.jar"), vendor("1.2.0"));
        Files.write(repository.resolve("same.jar"), vendor("1.0.0"));
        Files.write(repository.resolve("broken.jar"), new byte[] {1, 2, 3});
        Files.write(repository.resolve("other.jar"), vendor("7.0.0", "Provide-Capability", "acme.other"));
        Bundle bundle = installed("1.0.0");

        assertThat(known(Map.of())).containsExactly("1.2.0 is not installed", "1.0.0 is not started");
        assertThat(known(Map.of("acme.windows", "[1.0,1.1)"))).containsExactly("1.0.0 is not started");
        assertThat(bundles.providing(new ExtensionName(ExtensionKind.WINDOW, "ACME:EVERY"), Map.of()))
                .hasSize(2);
        assertThat(bundles.providing(new ExtensionName(ExtensionKind.STREAM_FUNCTION, "acme:every"), Map.of()))
                .hasSize(2);
        assertThat(bundles.providing(new ExtensionName(ExtensionKind.FUNCTION, "acme:every"), Map.of()))
                .isEmpty();

        bundle.start();
        Files.write(repository.resolve("newer.jar"), vendor("1.3.0.beta"));

        assertThat(known(Map.of())).containsExactly("1.3.0.beta is not installed");
    }

    @Test
    void knowsABundleWhileItStops() throws Exception {
        Bundle bundle = installed("1.0.0");
        bundle.start();
        List<String> whileItStops = new ArrayList<>();
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.STOPPING) {
                whileItStops.addAll(known(Map.of()));
            }
        };
        node.context().addBundleListener(listener);

        bundle.stop();

        assertThat(whileItStops).containsExactly("1.0.0 is not started");
    }

    @Test
    void startsWhatIsInstalled() throws Exception {
        Bundle bundle = installed("1.0.0");

        List<KnownBundle> started =
                bundles.start(bundles.providing(EVERY, Map.of()).get(0));

        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(started).extracting(KnownBundle::symbolicName).containsExactly("acme.windows");
    }

    @Test
    void installsWithABundleWhatItNeedsAndNobodyProvides() throws Exception {
        Files.write(
                repository.resolve("window.jar"),
                vendor("1.0.0", "Import-Package", "org.osgi.framework,acme.maths;version=\"[1,2)\""));
        Files.write(
                repository.resolve("maths.jar"),
                Node.jar(
                        Map.of(
                                "Bundle-SymbolicName",
                                "acme.maths",
                                "Export-Package",
                                "acme.maths;version=\"1.4.0\",acme.old",
                                "Require-Capability",
                                "acme.tables"),
                        Map.of()));
        Files.write(
                repository.resolve("tables.jar"),
                Node.jar(Map.of("Bundle-SymbolicName", "acme.tables", "Provide-Capability", "acme.tables"), Map.of()));

        List<KnownBundle> started =
                bundles.start(bundles.providing(EVERY, Map.of()).get(0));

        assertThat(started)
                .extracting(KnownBundle::symbolicName)
                .containsExactlyInAnyOrder("acme.maths", "acme.tables", "acme.windows");
        assertThat(started)
                .allSatisfy(one -> assertThat(node.context()
                                .getBundle(one.bundleId().orElseThrow())
                                .getState())
                        .isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void saysWhatNobodyHas() throws Exception {
        Files.write(repository.resolve("window.jar"), vendor("1.0.0", "Import-Package", "acme.maths"));
        KnownBundle bundle = bundles.providing(EVERY, Map.of()).get(0);

        assertThatThrownBy(() -> bundles.start(bundle)).hasMessageContaining("nothing provides osgi.wiring.package");
    }

    @Test
    void readsTheIndexOfARepository() throws Exception {
        Files.write(repository.resolve("window.jar"), vendor("1.5.0"));
        Path index = repository.resolve("index.xml");
        Files.writeString(index, index("1.5.0", "window.jar"));
        bundles = over(index.toString());

        KnownBundle bundle = bundles.providing(EVERY, Map.of()).get(0);
        assertThat(bundle)
                .hasToString("acme.windows 1.5.0 of "
                        + repository.resolve("window.jar").toFile().toURI());
        assertThat(bundles.start(bundle)).hasSize(1);
        assertThat(bundles.providing(EVERY, Map.of())).isEmpty();

        // when the index changes
        Files.writeString(index, index("2.0.0.late", "window-2.jar"));
        assertThat(known(Map.of())).containsExactly("2.0.0.late is not installed");
        KnownBundle gone = bundles.providing(EVERY, Map.of()).get(0);
        assertThatThrownBy(() -> bundles.start(gone)).hasMessageContaining("window-2.jar");
    }

    @Test
    void knowsWhatIsInstalledThoughTheRepositoryCannotBeRead() throws Exception {
        bundles = over(temporary.resolve("nowhere").toString());
        installed("1.0.0");

        assertThat(known(Map.of())).containsExactly("1.0.0 is not started");
    }

    private static String index(String version, String jar) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <repository increment="1" name="Acme" xmlns="http://www.osgi.org/xmlns/repository/v1.0.0">
                  <resource>
                    <capability namespace="osgi.identity">
                      <attribute name="osgi.identity" value="acme.windows"/>
                      <attribute name="type" value="osgi.bundle"/>
                      <attribute name="version" type="Version" value="%s"/>
                    </capability>
                    <capability namespace="osgi.content">
                      <attribute name="url" value="%s"/>
                    </capability>
                    <capability namespace="eventflux.extension">
                      <attribute name="kind" value="WINDOW"/>
                      <attribute name="name" type="List&lt;String&gt;" value="acme:last,acme:every"/>
                    </capability>
                  </resource>
                </repository>
                """.formatted(version, jar);
    }
}
