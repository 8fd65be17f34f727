package eventflux.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FelixStarterTest {

    @TempDir
    private Path home;

    @BeforeEach
    void layOutFolders() throws IOException {
        Files.createDirectories(home.resolve("bundles/engine"));
        Files.createDirectories(home.resolve("bundles/node"));
        Files.createDirectories(home.resolve("bundles/editor"));
    }

    @Test
    void startsBundlesThatImportTheSharedPackages() throws IOException {
        bundle(home.resolve("bundles/engine/one.jar"), "one", "eventflux.api,org.slf4j,sun.misc");

        try (EngineHost host = start(Profile.ENGINE)) {
            assertProblem(host::engine, "engine-missing", "org.apache.felix.framework, one");
        }
    }

    @Test
    void startsTheBundlesOfANodeInANodeOnly() throws IOException {
        bundle(home.resolve("bundles/node/two.jar"), "two", "eventflux.api");

        try (EngineHost host = start(Profile.ENGINE)) {
            assertProblem(host::engine, "engine-missing", "org.apache.felix.framework");
        }
        try (EngineHost host = start(Profile.NODE)) {
            assertProblem(host::engine, "engine-missing", "org.apache.felix.framework, two");
        }
    }

    @Test
    void startsTheBundlesOfAnEditorForAnEditorOnly() throws IOException {
        bundle(home.resolve("bundles/editor/three.jar"), "three", "eventflux.api.command");

        try (EngineHost host = start(Profile.ENGINE)) {
            assertProblem(() -> host.command("lsp"), "command-missing", "started: org.apache.felix.framework");
        }
        try (EngineHost host = start(Profile.EDITOR)) {
            assertProblem(() -> host.command("lsp"), "command-missing", "org.apache.felix.framework, three");
        }
    }

    @Test
    void leavesBundlesForLaterWhoseExtensionsNobodyMentions() throws IOException {
        provider("cron", "unique:last");
        provider("kafka", "kafka");

        NodeRequest request = new NodeRequest(Profile.ENGINE, List.of(), List.of())
                .running("from S#window.unique:LAST(a) select a insert into T;");
        try (EngineHost host = new FelixStarter(new Distribution(home, false)).start(request)) {
            assertProblem(host::engine, "engine-missing", "started: org.apache.felix.framework, cron");
            assertThat(host.startRest()).isTrue();
            assertProblem(host::engine, "engine-missing", "started: org.apache.felix.framework, cron, kafka");
            assertThat(host.startRest()).isFalse();
        }
    }

    @Test
    void startsWhatASettingMentions() throws IOException {
        provider("sqlite", "sqlite");
        NodeRequest request = new NodeRequest(
                        Profile.ENGINE, List.of(), List.of(new ConfiguredSetting("errors.store", "sqlite", "--set")))
                .running("");

        try (EngineHost host = new FelixStarter(new Distribution(home, false)).start(request)) {
            assertProblem(host::engine, "engine-missing", "started: org.apache.felix.framework, sqlite");
        }
    }

    @Test
    void forgetsBundlesThatAreGoneFromTheDistribution() throws IOException {
        Path jar = bundle(home.resolve("bundles/node/two.jar"), "two", "eventflux.api");
        start(Profile.NODE).close();
        Files.delete(jar);

        try (EngineHost host = start(Profile.NODE)) {
            assertProblem(host::engine, "engine-missing", "org.apache.felix.framework");
        }
    }

    @Test
    void startsAfterTheDistributionWasMoved() throws IOException {
        // given
        Path former = home.resolve("former");
        Files.createDirectories(former.resolve("bundles/engine"));
        Files.createDirectories(former.resolve("bundles/node"));
        bundle(former.resolve("bundles/node/two.jar"), "two", "eventflux.api");
        start(former, Profile.NODE).close();

        // when
        Path present = Files.move(former, home.resolve("present"));

        // then
        try (EngineHost host = start(present, Profile.NODE)) {
            assertProblem(host::engine, "engine-missing", "org.apache.felix.framework, two");
        }
    }

    @Test
    void saysWhyAnExtensionIsRefused() throws IOException {
        Path jar = bundle(home.resolve("mine.jar"), "mine", "somewhere.else");

        assertProblem(() -> start(Profile.ENGINE, jar), "extension-refused", "somewhere.else");
    }

    @Test
    void refusesAnExtensionThatIsNoBundle() throws IOException {
        Path jar = Files.writeString(home.resolve("text.jar"), "no jar at all");

        assertProblem(() -> start(Profile.ENGINE, jar), "extension-refused", "text.jar");
    }

    @Test
    void missesAFolderOfTheDistribution() throws IOException {
        Files.delete(home.resolve("bundles/engine"));

        assertProblem(() -> start(Profile.ENGINE), "distribution-incomplete", "engine");
    }

    private EngineHost start(Profile profile, Path... extensions) {
        return start(home, profile, extensions);
    }

    private static EngineHost start(Path distribution, Profile profile, Path... extensions) {
        return new FelixStarter(new Distribution(distribution, false))
                .start(new NodeRequest(profile, List.of(extensions), List.of()));
    }

    private static void assertProblem(ThrowingCallable action, String code, String part) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        thrown -> assertThat(thrown.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.code().code()).isEqualTo(code);
                            assertThat(problem.message()).contains(part);
                        }));
    }

    private void provider(String name, String extension) throws IOException {
        bundle(
                home.resolve("bundles/engine/" + name + ".jar"),
                name,
                "eventflux.api",
                "eventflux.extension;kind=WINDOW;name:List<String>=\"" + extension + "\"");
    }

    private static Path bundle(Path jar, String name, String imports) throws IOException {
        return bundle(jar, name, imports, "nothing");
    }

    private static Path bundle(Path jar, String name, String imports, String capability) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Provide-Capability", capability);
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Import-Package", imports);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            entries.finish();
        }
        return jar;
    }
}
