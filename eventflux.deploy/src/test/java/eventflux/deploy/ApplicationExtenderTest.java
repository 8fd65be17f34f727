package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.deploy.Deployment;
import eventflux.api.error.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class ApplicationExtenderTest {

    @TempDir
    Path folder;

    private Node node;

    @BeforeEach
    void start() throws BundleException {
        node = new Node(folder.resolve("cache"));
    }

    @AfterEach
    void stop() throws Exception {
        node.stop();
    }

    @Test
    void runsTheTextsOfABundleWhileItIsActive() throws Exception {
        Bundle bundle = install(
                Map.of("Bundle-SymbolicName", "vendor", ApplicationHeader.NAME, "apps/*.eventflux"),
                Map.of("apps/b.eventflux", "select", "apps/a.eventflux", "select", "apps/readme.txt", "mistake"));

        bundle.start();
        assertThat(node.manager.appRuntimes().keySet()).containsExactlyInAnyOrder("a", "b");
        assertThat(node.extender.deployments())
                .extracting(Deployment::application, Deployment::state)
                .containsExactly(tuple("a", AppState.RUNNING), tuple("b", AppState.RUNNING));

        bundle.stop();
        assertThat(node.manager.appRuntimes()).isEmpty();
        assertThat(node.recorder.heard)
                .containsExactly("deployed a RUNNING", "deployed b RUNNING", "withdrawn b", "withdrawn a");
    }

    @Test
    void listsTheApplicationsOfABundleThatIsNotActive() throws Exception {
        Bundle bundle = install("@app:name('Quiet') select");

        assertThat(only())
                .returns("Quiet", Deployment::application)
                .returns(AppState.STOPPED, Deployment::state)
                .returns(bundle.getBundleId(), Deployment::bundleId);
    }

    @Test
    void keepsABundleActiveWhoseTextIsWrongAndTellsThePlace() throws Exception {
        Bundle bundle = install("select\n  mistake");

        bundle.start();

        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(only().state()).isEqualTo(AppState.FAILED);
        assertThat(only().problems())
                .extracting(Problem::toString)
                .containsExactly("2:3 error mistake: it is a mistake");
        assertThat(node.recorder.heard).containsExactly("deployed app FAILED");
    }

    @Test
    void triesARefusedTextAgainWhenABundleHasStarted() throws Exception {
        install("select mistake").start();
        assertThat(only().state()).isEqualTo(AppState.FAILED);

        node.manager.knowsAll = true;
        byte[] extensions = Node.jar(Map.of("Bundle-SymbolicName", "extensions"), Map.of());
        node.context()
                .installBundle("test:2", new ByteArrayInputStream(extensions))
                .start();

        node.recorder.await("deployed app RUNNING");
        assertThat(only().state()).isEqualTo(AppState.RUNNING);
        assertThat(node.recorder.heard).containsExactly("deployed app FAILED", "deployed app RUNNING");
    }

    @Test
    void saysWhenTheHeaderNamesATextThatIsNotThere() throws Exception {
        install(Map.of("Bundle-SymbolicName", "vendor", ApplicationHeader.NAME, "apps/*.eventflux"), Map.of())
                .start();

        assertThat(only().problems()).extracting(Problem::code).containsExactly(DeployProblem.TEXT_MISSING);
    }

    @Test
    void makesAProblemOfADefectSoThatTheNextTextStillRuns() throws Exception {
        install(
                        Map.of("Bundle-SymbolicName", "vendor", ApplicationHeader.NAME, "a.eventflux, b.eventflux"),
                        Map.of("a.eventflux", "defect", "b.eventflux", "select"))
                .start();

        assertThat(node.extender.deployments())
                .extracting(Deployment::state)
                .containsExactly(AppState.FAILED, AppState.RUNNING);
    }

    @Test
    void closesAnApplicationThatWasMadeButDidNotStartWhenItsBundleStops() throws Exception {
        Bundle bundle = install("unstartable");

        bundle.start();
        assertThat(only().state()).isEqualTo(AppState.FAILED);
        assertThat(node.manager.appRuntimes()).isNotEmpty();

        bundle.stop();
        assertThat(node.manager.appRuntimes()).isEmpty();
    }

    @Test
    void closesAllApplicationsWhenItLeavesAndRunsThemWhenItComesBack() throws Exception {
        Bundle bundle = install("select");
        bundle.start();

        node.extender.close();
        assertThat(node.manager.appRuntimes()).isEmpty();
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);

        ApplicationExtender next = new ApplicationExtender(node.context(), node.manager, node.journal);
        assertThat(next.deployments()).extracting(Deployment::state).containsExactly(AppState.RUNNING);
        next.close();
    }

    @Test
    void replacesTheTextOfAnApplicationOnUpdate() throws Exception {
        // given
        Path text = folder.resolve("stocks.eventflux");
        Files.writeString(text, "select 1");
        Bundle bundle = node.context().installBundle(ApplicationUrlHandler.location(text.toUri()));
        bundle.start();
        EventFluxAppRuntime app = node.manager.appRuntime("stocks").orElseThrow();

        // when
        Files.writeString(text, "select 2");
        bundle.update();

        // then
        assertThat(node.manager.appRuntime("stocks")).containsSame(app);
        assertThat(app.text()).isEqualTo("select 2");
        assertThat(only().problems()).isEmpty();

        // when
        Files.writeString(text, "mistake");
        bundle.update();

        // then
        assertThat(node.manager.appRuntime("stocks")).containsSame(app);
        assertThat(app.text()).isEqualTo("select 2");
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(only()).returns(AppState.RUNNING, Deployment::state).returns("mistake", Deployment::text);
        assertThat(only().problems())
                .extracting(Problem::code)
                .containsExactly(FakeManager.FakeProblem.MISTAKE, DeployProblem.UPDATE_REFUSED);

        // when
        bundle.uninstall();

        // then
        assertThat(node.manager.appRuntimes()).isEmpty();
    }

    @Test
    void goesOnWhenTheNextTextIsWrongAndHasLostItsName() throws Exception {
        // given
        Path text = folder.resolve("stocks.eventflux");
        Files.writeString(text, "@app:name('Prices') select 1");
        Bundle bundle = node.context().installBundle(ApplicationUrlHandler.location(text.toUri()));
        bundle.start();

        // when: an editor has emptied the file, and not written it yet
        Files.writeString(text, "");
        bundle.update();

        // then
        assertThat(only()).returns("Prices", Deployment::application).returns(AppState.RUNNING, Deployment::state);
        assertThat(only().problems())
                .extracting(Problem::code)
                .containsExactly(DeployProblem.TEXT_EMPTY, DeployProblem.UPDATE_REFUSED);

        // when
        Files.writeString(text, "mistake");
        bundle.update();

        // then
        assertThat(only()).returns("Prices", Deployment::application).returns(AppState.RUNNING, Deployment::state);

        // when
        Files.writeString(text, "select 2");
        bundle.update();

        // then
        assertThat(only()).returns("stocks", Deployment::application).returns(AppState.RUNNING, Deployment::state);
        assertThat(node.manager.appRuntimes().keySet()).containsExactly("stocks");
    }

    @Test
    void closesAnApplicationThatItsBundleHasNoMoreOnUpdate() throws Exception {
        Bundle bundle = install("select");
        bundle.start();
        bundle.stop(Bundle.STOP_TRANSIENT);
        assertThat(node.manager.appRuntimes()).hasSize(1);

        node.extender.close();

        assertThat(node.manager.appRuntimes()).isEmpty();
    }

    @Test
    void readsABareTextAnewOnUpdateAndKeepsTheBundlesId() throws Exception {
        Path text = folder.resolve("stocks.eventflux");
        Files.writeString(text, "select 1");
        Bundle bundle = node.context().installBundle(ApplicationUrlHandler.location(text.toUri()));
        bundle.start();

        Files.writeString(text, "@app:name('Renamed') select 2");
        bundle.update();

        assertThat(only())
                .returns("Renamed", Deployment::application)
                .returns("@app:name('Renamed') select 2", Deployment::text)
                .returns(bundle.getBundleId(), Deployment::bundleId);
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(node.recorder.heard)
                .containsExactly("deployed stocks RUNNING", "withdrawn stocks", "deployed Renamed RUNNING");
    }

    @Test
    void keepsNobodyWaitingForAnApplicationThatHangsInItsStart() throws Exception {
        // given
        restart(Node.LONG_MILLIS);
        Bundle bundle = install("select hanging");

        // when
        bundle.start();
        node.manager.hanging.await();

        // then
        assertThat(only().state()).isEqualTo(AppState.CREATED);
        assertThat(node.recorder.heard).containsExactly("noticed still-starting");
        assertThat(only().problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("vendor [" + bundle.getBundleId() + "]")
                .contains("FakeRuntime.awaitEnd");

        // when
        node.manager.end.countDown();

        // then
        node.recorder.await("deployed app RUNNING");
        assertThat(only()).returns(AppState.RUNNING, Deployment::state).returns(List.of(), Deployment::problems);
    }

    @Test
    void waitsAMomentOnlyForWhatIsActiveWhenTheNodeStarts() throws Exception {
        // given
        Bundle bundle = install("select hanging");
        node.extender.close();
        bundle.start();

        // when
        ApplicationExtender next = new ApplicationExtender(
                node.context(),
                node.manager,
                node.journal,
                new ApplicationExtender.Patience(Node.LONG_MILLIS, 20, 20, Node.LONG_MILLIS));

        // then
        assertThat(next.deployments()).extracting(Deployment::state).containsExactly(AppState.CREATED);
        assertThat(node.recorder.heard).containsExactly("noticed still-starting");
        next.close();
    }

    @Test
    void interruptsAStartThatHangsWhenItsBundleIsStoppedOrUpdated() throws Exception {
        // given
        restart(Node.LONG_MILLIS);
        Path text = folder.resolve("stocks.eventflux");
        Files.writeString(text, "select hanging");
        Bundle bundle = node.context().installBundle(ApplicationUrlHandler.location(text.toUri()));
        bundle.start();
        node.manager.hanging.await();

        // when
        Files.writeString(text, "select 1");
        bundle.update();

        // then
        node.recorder.await("deployed stocks RUNNING");
        assertThat(node.manager.appRuntime("stocks").orElseThrow().text()).isEqualTo("select 1");

        // when
        Files.writeString(text, "select hanging 2");
        bundle.update();
        bundle.stop();

        // then
        assertThat(node.manager.appRuntimes()).isEmpty();
        assertThat(node.recorder.heard).endsWith("withdrawn stocks");
    }

    @Test
    void closesAnApplicationWhoseBundleIsStoppedWhileAnotherThreadWaitsForItsStart() throws Exception {
        // given
        node.stop();
        node = new Node(
                folder.resolve("impatient"),
                new ApplicationExtender.Patience(Node.LONG_MILLIS, Node.LONG_MILLIS, 20, Node.LONG_MILLIS));
        Bundle bundle = install("select hanging");
        Thread starting = new Thread(() -> {
            try {
                bundle.start();
            } catch (BundleException e) {
                throw new IllegalStateException(e);
            }
        });
        starting.start();
        node.manager.hanging.await();

        // when
        bundle.stop();

        // then
        assertThat(node.manager.appRuntimes()).isEmpty();
        assertThat(node.recorder.heard).containsExactly("withdrawn app");
        starting.join();
        assertThat(only().state()).isEqualTo(AppState.STOPPED);
    }

    @Test
    void closesAnApplicationThatComesBackFromItsStartAfterItsBundleHasStopped() throws Exception {
        // given
        restart(20);
        Path text = folder.resolve("stocks.eventflux");
        Files.writeString(text, "select heedless");
        Bundle bundle = node.context().installBundle(ApplicationUrlHandler.location(text.toUri()));
        bundle.start();
        node.manager.hanging.await();

        // when
        Files.writeString(text, "select 1");
        bundle.update();

        // then
        node.recorder.await("deployed stocks FAILED");
        assertThat(only().problems()).extracting(Problem::code).containsExactly(FakeManager.FakeProblem.NAME_TAKEN);

        // when
        node.manager.end.countDown();

        // then
        node.recorder.await("deployed stocks RUNNING");
        assertThat(only()).returns(AppState.RUNNING, Deployment::state);
        assertThat(node.manager.appRuntime("stocks").orElseThrow().text()).isEqualTo("select 1");
    }

    // With little patience for applications that hang.
    private void restart(long interrupted) throws Exception {
        node.stop();
        node = new Node(folder.resolve("impatient"), new ApplicationExtender.Patience(20, 20, 20, interrupted));
    }

    private Deployment only() {
        List<Deployment> deployments = node.extender.deployments();
        assertThat(deployments).hasSize(1);
        return deployments.get(0);
    }

    private Bundle install(String text) throws IOException, BundleException {
        return install(
                Map.of("Bundle-SymbolicName", "vendor", ApplicationHeader.NAME, "app.eventflux"),
                Map.of("app.eventflux", text));
    }

    private Bundle install(Map<String, String> headers, Map<String, String> entries)
            throws IOException, BundleException {
        return node.context().installBundle("test:1", new ByteArrayInputStream(Node.jar(headers, entries)));
    }
}
