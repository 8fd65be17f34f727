package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

class DeployFolderTest {

    @TempDir
    Path temporary;

    private Node node;
    private String deploy = "deploy";
    private DeployFolder folder;
    private Publishers publishers = new Publishers(new NodeSettings(Map.of()));
    private long now = 1_000_000_000;
    private long patience = Node.LONG_MILLIS;

    @BeforeEach
    void start() throws Exception {
        node = new Node(temporary.resolve("cache"));
        folder = open();
    }

    @AfterEach
    void stop() throws Exception {
        node.stop();
    }

    @Test
    void runsATextThatAppearsUpdatesItWithTheSameIdAndRemovesIt() throws Exception {
        put("stocks.eventflux", "select 1");
        look();
        Bundle bundle = node.context()
                .getBundle(
                        ApplicationUrlHandler.location(path("stocks.eventflux").toUri()));
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);

        put("stocks.eventflux", "@app:name('Renamed') select 2");
        look();
        assertThat(bundle.getSymbolicName()).isEqualTo("eventflux.app.Renamed");

        Files.delete(path("stocks.eventflux"));
        look();
        assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(node.recorder.heard)
                .containsExactly(
                        "deployed stocks RUNNING", "withdrawn stocks", "deployed Renamed RUNNING", "withdrawn Renamed");
    }

    @Test
    void anApplicationThatDoesNotCloseKeepsNoOtherFileWaiting() throws Exception {
        put("stuck.eventflux", "select endless");
        put("stocks.eventflux", "select 1");
        look();
        openImpatiently();

        Files.delete(path("stuck.eventflux"));
        look();
        Files.delete(path("stocks.eventflux"));
        put("prices.eventflux", "select 2");
        put("stuck.eventflux", "select 3");
        lookUntil("deployed prices RUNNING");
        lookUntil("withdrawn stocks");

        assertThat(node.recorder.heard).doesNotContain("withdrawn stuck");

        node.recorder.heard.clear();
        node.manager.end.countDown();
        lookUntil("deployed stuck RUNNING");
        assertThat(node.recorder.heard).containsExactly("withdrawn stuck", "deployed stuck RUNNING");
    }

    @Test
    void anApplicationThatHangsInItsStartKeepsNoOtherFileWaiting() throws Exception {
        openImpatiently();
        put("hangs.eventflux", "select hanging");
        put("stocks.eventflux", "select 1");
        lookUntil("deployed stocks RUNNING");

        assertThat(node.recorder.heard).containsExactly("deployed stocks RUNNING");

        node.manager.end.countDown();
        lookUntil("deployed hangs RUNNING");
        assertThat(node.extender.deployments()).extracting(Deployment::state).containsOnly(AppState.RUNNING);
    }

    @Test
    void anApplicationThatHangsInItsUpdateKeepsItsOwnNextTextWaitingAndNoOtherFile() throws Exception {
        put("hangs.eventflux", "select 1");
        look();
        openImpatiently();

        put("hangs.eventflux", "select hanging");
        lookUntil(() -> node.manager.hanging.getCount() == 0);
        put("hangs.eventflux", "select 3 rows");
        put("stocks.eventflux", "select 2");
        lookUntil("deployed stocks RUNNING");
        assertThat(node.manager.appRuntime("hangs").orElseThrow().text()).isEqualTo("select 1");

        node.manager.end.countDown();
        lookUntil(() -> node.manager.appRuntime("hangs").orElseThrow().text().equals("select 3 rows"));
    }

    @Test
    void installsUpdatesAndRemovesAJar() throws Exception {
        putJar("vendor.jar", "vendor", "1.0.0", "");
        look();
        Bundle bundle = bundle("vendor.jar");
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);

        putJar("vendor.jar", "vendor", "1.1.0", "");
        look();
        assertThat(bundle.getVersion()).isEqualTo(new Version(1, 1, 0));
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);

        Files.delete(path("vendor.jar"));
        look();
        assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED);
    }

    @Test
    void refusesABrokenJarKeepsWhatRanAndTriesAgainWhenItChanges() throws Exception {
        putJar("vendor.jar", "vendor", "1.0.0", "");
        look();

        put("vendor.jar", "PK, and then nothing of a jar");
        look();
        assertThat(node.extender.refusals()).isEmpty();
        now += 2_000;
        look();
        look();
        assertThat(bundle("vendor.jar").getVersion()).isEqualTo(new Version(1, 0, 0));
        assertThat(bundle("vendor.jar").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(node.extender.refusals()).extracting(Refusal::source).containsExactly("deploy/vendor.jar");

        putJar("vendor.jar", "vendor", "1.2.0", "");
        look();
        assertThat(bundle("vendor.jar").getVersion()).isEqualTo(new Version(1, 2, 0));
        assertThat(node.extender.refusals()).isEmpty();
        assertThat(node.recorder.heard).containsExactly("refused deploy/vendor.jar archive-unreadable");
    }

    @Test
    void refusesAJarThatIsNoBundle() throws Exception {
        putBytes("plain.jar", Node.jar(Map.of(), Map.of()));
        look();

        assertThat(node.recorder.heard).containsExactly("refused deploy/plain.jar not-a-bundle");
    }

    @Test
    void refusesASecondFileThatIsTheSameBundleAndLeavesTheFirstAlone() throws Exception {
        putJar("one.jar", "vendor", "1.0.0", "");
        look();
        putJar("two.jar", "vendor", "1.0.0", "");
        look();
        Files.delete(path("two.jar"));
        look();

        assertThat(bundle("one.jar").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(node.recorder.heard).containsExactly("refused deploy/two.jar bundle-not-installed");
    }

    @Test
    void refusesATextWhoseNameIsTakenInTheApplicationAndNotInTheFolder() throws Exception {
        put("one.eventflux", "@app:name('Same') select 1");
        look();
        put("two.eventflux", "@app:name('Same') select 2");
        look();

        assertThat(node.recorder.heard).containsExactly("deployed Same RUNNING", "deployed Same FAILED");
        assertThat(node.extender.refusals()).isEmpty();
    }

    @Test
    void forgetsARefusalWhenTheFileGoes() throws Exception {
        put("vendor.jar", "nothing");
        look();
        Files.delete(path("vendor.jar"));
        look();

        assertThat(node.extender.refusals()).isEmpty();
    }

    @Test
    void startsABundleThatLacksSomethingWhenItComes() throws Exception {
        putJar("needy.jar", "needy", "1.0.0", "Import-Package: vendor.api");
        look();
        assertThat(bundle("needy.jar").getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(node.extender.refusals().get(0).problems().get(0).message())
                .contains("needy [")
                .contains("nothing provides osgi.wiring.package (osgi.wiring.package=vendor.api)");

        putJar("provider.jar", "provider", "1.0.0", "Export-Package: vendor.api");
        look();

        assertThat(bundle("needy.jar").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(node.extender.refusals()).isEmpty();
        assertThat(node.recorder.heard).containsExactly("refused deploy/needy.jar bundle-unresolved");
    }

    @Test
    void leavesStoppedWhatTheOperatorStopped() throws Exception {
        put("stocks.eventflux", "select 1");
        look();
        Bundle bundle = node.context()
                .getBundle(
                        ApplicationUrlHandler.location(path("stocks.eventflux").toUri()));
        bundle.stop();

        put("stocks.eventflux", "select 2");
        look();

        assertThat(bundle.getState()).isNotEqualTo(Bundle.ACTIVE);
        assertThat(node.extender.deployments().get(0).text()).isEqualTo("select 2");
    }

    @Test
    void passesOverHiddenFilesAndOtherKinds() throws Exception {
        put(".stocks.eventflux.swp", "x");
        put(".hidden.eventflux", "select");
        put("notes.txt", "x");
        Files.createDirectory(path("folder.jar"));
        int before = node.context().getBundles().length;
        look();

        assertThat(node.context().getBundles()).hasSize(before);
        assertThat(node.recorder.heard).isEmpty();
    }

    @Test
    void updatesAfterARestartOnlyWhatChangedMeanwhile() throws Exception {
        putJar("same.jar", "same", "1.0.0", "");
        putJar("changed.jar", "changed", "1.0.0", "");
        put("gone.eventflux", "select");
        look();
        long installed = bundle("same.jar").getLastModified();

        putJar("changed.jar", "changed", "2.0.0", "");
        Files.delete(path("gone.eventflux"));
        folder = open();
        look();

        assertThat(bundle("same.jar").getLastModified()).isEqualTo(installed);
        assertThat(bundle("changed.jar").getVersion()).isEqualTo(new Version(2, 0, 0));
        assertThat(node.extender.deployments()).isEmpty();
    }

    @Test
    void takesWhatWasMovedFromItsNewPlace() throws Exception {
        // given
        putJar("acme.jar", "acme", "1.0.0", "");
        put("stocks.eventflux", "select 1");
        look();
        Bundle former = bundle("acme.jar");

        // when
        Files.move(temporary.resolve("deploy"), temporary.resolve("moved"));
        deploy = "moved";
        folder = open();
        look();

        // then
        assertThat(former.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(bundle("acme.jar").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(node.recorder.heard)
                .containsExactly("deployed stocks RUNNING", "withdrawn stocks", "deployed stocks RUNNING");
    }

    @Test
    void startsNoJarOfAPublisherWhoIsNotListedAndLeavesWhatRuns() throws Exception {
        // given
        Signatures signatures = new Signatures(temporary.resolve("keys.p12"));
        signatures.create("acme", "CN=Acme");
        publishers = new Publishers(new NodeSettings(Map.of(Publishers.SETTING, signatures.fingerprint("acme"))));
        folder = open();
        putSigned(signatures, "acme.jar", "1.0.0");
        putJar("evil.jar", "evil", "1.0.0", "");
        put("stocks.eventflux", "select 1");

        // when
        look();

        // then
        assertThat(bundle("acme.jar").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(bundle("evil.jar")).isNull();
        assertThat(node.extender.deployments()).hasSize(1);
        assertThat(node.journal.refusals())
                .extracting(refusal -> refusal.source() + " "
                        + refusal.problems().get(0).code().code())
                .containsExactly("deploy/evil.jar not-trusted");

        // when: an update is not signed, and the next one is
        putJar("acme.jar", "acme", "1.1.0", "");
        look();
        Version kept = bundle("acme.jar").getVersion();
        int state = bundle("acme.jar").getState();
        putSigned(signatures, "acme.jar", "1.2.0");
        look();

        // then
        assertThat(kept).isEqualTo(new Version(1, 0, 0));
        assertThat(state).isEqualTo(Bundle.ACTIVE);
        assertThat(bundle("acme.jar").getVersion()).isEqualTo(new Version(1, 2, 0));
    }

    private void putSigned(Signatures signatures, String file, String version) throws Exception {
        putJar(file, "acme", version, "");
        signatures.sign(path(file), "acme");
        Files.setLastModifiedTime(path(file), FileTime.fromMillis(now));
    }

    private DeployFolder open() throws IOException {
        FolderMemory memory = new FolderMemory(temporary.resolve("memory.properties"));
        DeployFolder opened = new DeployFolder(
                temporary.resolve(deploy),
                memory,
                new BundleInstaller(node.context(), publishers),
                node.journal,
                patience);
        node.context().addBundleListener(opened);
        return opened;
    }

    /** Two looks: enough for every change to count. */
    private void look() throws IOException {
        folder.look(now);
        folder.look(now);
    }

    // Waits for nothing, so that what hangs need not be waited for.
    private void openImpatiently() throws IOException {
        patience = 0;
        folder = open();
    }

    private void lookUntil(String line) throws Exception {
        lookUntil(() -> node.recorder.heard.contains(line));
    }

    private void lookUntil(BooleanSupplier condition) throws Exception {
        for (long end = now() + Node.LONG_MILLIS; !condition.getAsBoolean() && now() < end; ) {
            look();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private Bundle bundle(String file) {
        return node.context().getBundle(path(file).toUri().toString());
    }

    private Path path(String file) {
        return temporary.resolve(deploy).resolve(file);
    }

    private void putJar(String file, String name, String version, String header) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Bundle-SymbolicName", name);
        headers.put("Bundle-Version", version);
        if (!header.isEmpty()) {
            String[] parts = header.split(": ");
            headers.put(parts[0], parts[1]);
        }
        putBytes(file, Node.jar(headers, Map.of("vendor/api/readme", "x")));
    }

    private void put(String file, String text) throws IOException {
        putBytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void putBytes(String file, byte[] bytes) throws IOException {
        now += 1_000;
        Files.write(path(file), bytes);
        Files.setLastModifiedTime(path(file), FileTime.fromMillis(now));
    }
}
