package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.deploy.Refusal;
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

class BundleAuditTest {

    @TempDir
    Path temporary;

    private Node node;
    private Path file;
    private BundleAudit audit;

    @BeforeEach
    void start() throws Exception {
        node = new Node(temporary.resolve("cache"));
        file = temporary.resolve("new").resolve("audit.jsonl");
        audit = with(Map.of("security.audit.destination", file.toString()));
    }

    @AfterEach
    void stop() throws Exception {
        audit.close();
        node.stop();
    }

    private BundleAudit with(Map<String, String> settings) {
        return new BundleAudit(node.context(), new EngineOptions().withSettings(settings));
    }

    private static ByteArrayInputStream jar(String name, String version) throws IOException {
        return new ByteArrayInputStream(Node.jar(
                Map.of(
                        "Bundle-SymbolicName",
                        name,
                        "Bundle-Version",
                        version,
                        "Provide-Capability",
                        name.startsWith("acme") ? "eventflux.extension;kind=WINDOW;name=acme:every" : "other"),
                Map.of()));
    }

    private List<String> entries(int most) throws IOException {
        return audit.latest(most).stream()
                .map(entry -> (entry.action() + " " + entry.bundle() + " " + entry.version() + " " + entry.source()
                                + " " + entry.reason())
                        .strip())
                .toList();
    }

    @Test
    void writesWhatHappensToBundlesOfExtensions() throws Exception {
        node.context().installBundle("test:other", jar("other", "1.0.0")).start();
        Bundle bundle = node.context().installBundle("test:acme", jar("acme.windows", "1.0.0"));
        bundle.start();
        bundle.update(jar("acme.windows", "1.1.0"));
        bundle.uninstall();

        assertThat(entries(100))
                .containsExactly(
                        "install acme.windows 1.0.0 test:acme",
                        "start acme.windows 1.0.0 test:acme",
                        "stop acme.windows 1.0.0 test:acme",
                        "update acme.windows 1.1.0 test:acme",
                        "start acme.windows 1.1.0 test:acme",
                        "stop acme.windows 1.1.0 test:acme",
                        "remove acme.windows 1.1.0 test:acme");
        assertThat(entries(2)).hasSize(2).last().asString().startsWith("remove");
        assertThat(audit.latest(1).get(0).bundleId()).isEqualTo(bundle.getBundleId());
    }

    @Test
    void addsToWhatIsThereAndPassesOverWhatOthersWrote() throws Exception {
        node.context().installBundle("test:acme", jar("acme.windows", "1.0.0"));
        audit.close();
        Files.writeString(file, Files.readString(file) + "a remark\n");
        audit = with(Map.of("security.audit.destination", file.toString()));

        audit.refused(new Refusal(
                "deploy/\"evil\".jar", List.of(Problem.of(DeployProblem.NOT_TRUSTED, "reason", "it is\nnot signed"))));

        assertThat(entries(100))
                .containsExactly(
                        "install acme.windows 1.0.0 test:acme",
                        "refuse   deploy/\"evil\".jar the jar is not taken: it is\nnot signed");
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void harmsNothingWhenItCannotWrite() throws Exception {
        audit.close();
        audit = with(Map.of("security.audit.destination", temporary.toString()));

        Bundle bundle = node.context().installBundle("test:acme", jar("acme.windows", "1.0.0"));
        bundle.start();

        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void keepsNothingWhenItIsSwitchedOff() throws Exception {
        audit.close();
        audit = with(Map.of("security.audit.destination", file.toString(), "security.audit.enabled", "false"));

        node.context().installBundle("test:acme", jar("acme.windows", "1.0.0"));

        assertThat(audit.place()).isEmpty();
        assertThat(audit.latest(10)).isEmpty();
        assertThat(file).doesNotExist();
    }
}
