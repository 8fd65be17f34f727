package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Deployments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** An application is a bundle: a jar that carries a text, or a bare file in the deploy folder of a node. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ApplicationBundleIT {

    private static final String FIRST =
            "@app:name('Counting')\ndefine stream In (v int);\nfrom In select count() as n insert into Out;\n";
    private static final String SECOND =
            "@app:name('Counting')\ndefine stream In (v int);\nfrom In select sum(v) as total insert into Sums;\n";
    private static final String BROKEN =
            "@app:name('Counting')\ndefine stream In (v int);\nfrom In select w as n insert into Out;\n";

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    @Inject
    private Deployments deployments;

    private final DeployFolder folder = new DeployFolder(Node.deployFolder(ApplicationBundleIT.class));

    @Configuration
    public Option[] node() {
        return Node.of(ApplicationBundleIT.class);
    }

    @After
    public void clear() throws IOException {
        folder.clear();
        Await.until("nothing is deployed", () -> deployments.deployments().isEmpty());
    }

    @Test
    public void followsTheLifeOfItsBundle() throws BundleException, IOException {
        // given
        Bundle bundle = context.installBundle("application", jar(FIRST));

        // then
        bundle.start();
        assertThat(stateOf("Counting")).contains(AppState.RUNNING);

        bundle.stop();
        assertThat(stateOf("Counting")).isEmpty();

        bundle.start();
        bundle.update(jar(SECOND));
        assertThat(stateOf("Counting")).contains(AppState.RUNNING);
        assertThat(manager.appRuntime("Counting").orElseThrow().streams()).containsKey("Sums");

        bundle.uninstall();
        assertThat(stateOf("Counting")).isEmpty();
    }

    @Test
    public void comesChangesAndGoesWithAFile() throws IOException {
        // then
        folder.put("counting.eventflux", FIRST);
        Await.until("it runs", () -> hasText(FIRST));
        assertThat(stateOf("Counting")).contains(AppState.RUNNING);

        folder.put("counting.eventflux", SECOND);
        Await.until("it runs with the other text", () -> hasText(SECOND));

        folder.remove("counting.eventflux");
        Await.until("it is gone", () -> stateOf("Counting").isEmpty());
    }

    @Test
    public void saysWhatIsWrongWithATextAndHarmsNothing() throws IOException {
        // given
        folder.put("other.eventflux", FIRST.replace("Counting", "Other"));
        Await.until("the other one runs", () -> stateOf("Other").isPresent());
        EventFluxAppRuntime other = manager.appRuntime("Other").orElseThrow();

        // when
        folder.put("counting.eventflux", BROKEN);
        Await.until(
                "it is told of",
                () -> deployment("Counting").map(Deployment::isBroken).orElse(false));

        // then
        Deployment broken = deployment("Counting").orElseThrow();
        assertThat(broken.problems()).hasSize(1);
        assertThat(broken.problems().get(0).code().code()).isEqualTo("unknown-column");
        assertThat(broken.problems().get(0).position().orElseThrow().line()).isEqualTo(3);
        assertThat(manager.appRuntime("Other")).containsSame(other);
        assertThat(other.state()).isEqualTo(AppState.RUNNING);

        // when
        folder.put("counting.eventflux", FIRST);

        // then
        Await.until("it is mended", () -> hasText(FIRST));
        assertThat(manager.appRuntime("Other")).containsSame(other);
    }

    @Test
    public void refusesAJarThatIsNone() throws IOException {
        // when
        folder.put("nonsense.jar", "this is no jar");

        // then
        Await.until("it is refused", () -> deployments.refusals().size() == 1);
        assertThat(deployments.refusals().get(0).source()).endsWith("nonsense.jar");

        // when
        folder.remove("nonsense.jar");

        // then
        Await.until("it is forgotten", () -> deployments.refusals().isEmpty());
    }

    @Test
    public void waitsForAVendorsJarInTheSameFolder() throws IOException {
        // then
        folder.put("traffic.eventflux", Traffic.TEXT);
        Await.until("it waits", () -> stateOf("Traffic").equals(Optional.of(AppState.WAITING)));
        EventFluxAppRuntime app = manager.appRuntime("Traffic").orElseThrow();

        folder.put("vendor.jar", VendorJar.FIRST.open());
        Await.until("it runs", () -> app.state() == AppState.RUNNING);

        folder.remove("vendor.jar");
        Await.until("it waits again", () -> app.state() == AppState.WAITING);
    }

    private boolean hasText(String text) {
        return manager.appRuntime("Counting")
                .filter(app -> app.text().equals(text) && app.state() == AppState.RUNNING)
                .isPresent();
    }

    private Optional<AppState> stateOf(String application) {
        return manager.appRuntime(application).map(EventFluxAppRuntime::state);
    }

    private Optional<Deployment> deployment(String application) {
        return deployments.deployments().stream()
                .filter(one -> one.application().equals(application))
                .findFirst();
    }

    private static InputStream jar(String text) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "counting");
        headers.putValue("EventFlux-Application", "apps/*.eventflux");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("apps/counting.eventflux"));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
