package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.DeploymentListener;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

class LeftThreadsTest {

    @TempDir
    Path temporary;

    private static final String EXTENSIONS = "eventflux.extension;kind=WINDOW;name=acme:every";

    private final List<Problem> noticed = new ArrayList<>();
    private Node node;
    private LeftThreads watch;

    @BeforeEach
    void start() throws Exception {
        node = new Node(temporary.resolve("cache"));
        watch = new LeftThreads(node.context(), node.journal, 1, Runnable::run);
        node.journal.addListener(new DeploymentListener() {

            @Override
            public void deployed(Deployment deployment) {}

            @Override
            public void withdrawn(Deployment deployment) {}

            @Override
            public void refused(Refusal refusal) {}

            @Override
            public void noticed(Problem problem) {
                noticed.add(problem);
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        watch.close();
        for (Thread thread : left()) {
            thread.interrupt();
            thread.join();
        }
        node.stop();
    }

    private static List<Thread> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(LeavingActivator.THREAD))
                .toList();
    }

    private Bundle install(String version, String capability) throws Exception {
        String name = LeavingActivator.class.getName();
        String path = name.replace('.', '/') + ".class";
        try (InputStream code = LeavingActivator.class.getClassLoader().getResourceAsStream(path)) {
            byte[] jar = Node.jarOf(
                    Map.of(
                            "Bundle-SymbolicName",
                            "acme.windows",
                            "Bundle-Version",
                            version,
                            "Bundle-Activator",
                            name,
                            "Import-Package",
                            "org.osgi.framework",
                            "Provide-Capability",
                            capability),
                    Map.of(path, code.readAllBytes()));
            return node.context().installBundle("test:" + version, new ByteArrayInputStream(jar));
        }
    }

    @Test
    void namesTheThreadAndTheBundleForAsLongAsItLives() throws Exception {
        // given
        Bundle bundle = install("1.0.0", EXTENSIONS);
        bundle.start();

        // when
        bundle.stop();

        // then
        assertThat(noticed).hasSize(1);
        Problem problem = noticed.get(0);
        assertThat(problem.code()).isEqualTo(DeployProblem.THREAD_LEFT);
        assertThat(problem.message())
                .startsWith("bundle acme.windows 1.0.0 [1] was stopped, but its thread 'left by a test' goes on")
                .contains("it stands at ", "LeavingActivator.work(LeavingActivator.java:");
        assertThat(node.extender.problems()).containsExactly(problem);

        // when
        for (Thread thread : left()) {
            thread.interrupt();
            thread.join();
        }

        // then
        assertThat(node.extender.problems()).isEmpty();
    }

    @Test
    void saysNothingOfBundlesThatEndTheirThreads() throws Exception {
        Bundle bundle = install("2.0.0", EXTENSIONS);
        bundle.start();
        bundle.stop();

        assertThat(noticed).isEmpty();
    }

    @Test
    void saysNothingOfBundlesWithoutExtensions() throws Exception {
        Bundle bundle = install("1.0.0", "another");
        bundle.start();
        bundle.stop();

        assertThat(noticed).isEmpty();
    }

    @Test
    void doesNotTakeTheThreadOfAnotherVersionForItsOwn() throws Exception {
        Bundle staying = install("1.1.0", EXTENSIONS);
        Bundle leaving = install("2.0.0", EXTENSIONS);
        staying.start();
        leaving.start();

        leaving.stop();

        assertThat(noticed).isEmpty();
    }

    @Test
    void knowsThreadsThatWereBegunWithTheClassLoaderOfTheBundle() throws Exception {
        Bundle leaving = install("1.0.0", EXTENSIONS);
        install("1.1.0", EXTENSIONS).start();
        leaving.start();
        ClassLoader loader = leaving.adapt(BundleWiring.class).getClassLoader();
        for (Thread thread : left()) {
            thread.setContextClassLoader(loader);
        }

        leaving.stop();

        assertThat(noticed).hasSize(2).allMatch(problem -> problem.message().startsWith("bundle acme.windows 1.0.0 "));
    }
}
