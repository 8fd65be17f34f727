package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import eventflux.api.deploy.AuditEntry;
import eventflux.api.deploy.KnownBundle;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionNeeds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandsTest {

    @TempDir
    Path folder;

    private Shell shell;
    private FakeRuntime waiting;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        waiting = shell.run("stocks", "stream In(a INT)");
        waiting.waitFor("window acme:every", "function acme:vat", "source acme:feed");
        shell.manager.needs = new ExtensionNeeds(List.of(), Map.of("acme", "[1,2)"));
        shell.bundles.known.put(
                "window acme:every", new KnownBundle("acme", "1.0.0", "file:/acme.jar", OptionalLong.of(17)));
        shell.bundles.known.put(
                "aggregator acme:vat", new KnownBundle("tax", "2.0.0", "file:/tax.jar", OptionalLong.empty()));
        shell.bundles.whenStarted = () -> waiting.become(AppState.RUNNING);
    }

    @Test
    void saysWhatIsWaitedForAndWhoHasIt() {
        assertThat(shell.knownBundles.waits(shell.session).lines().map(String::strip))
                .containsExactly(
                        "APPLICATION  WAITS FOR          PROVIDED BY",
                        "stocks       window acme:every  acme 1.0.0 [17], which is not started",
                        "stocks       function acme:vat  tax 2.0.0 of file:/tax.jar, which is not installed",
                        "stocks       source acme:feed   no bundle that is known here");
        assertThat(shell.bundles.asked).containsOnly(Map.of("acme", "[1,2)"));
    }

    @Test
    void startsWhatAnApplicationWaitsFor() {
        waiting.waitFor("window acme:every", "function acme:vat");

        assertThat(shell.knownBundles.provide(shell.session, "stocks"))
                .isEqualTo("bundle acme 1.0.0 [31] is active\nbundle tax 2.0.0 [31] is active\nstocks is running");
    }

    @Test
    void startsTheBundleOfOneExtension() {
        assertThat(shell.knownBundles.provide(shell.session, "window", "acme:every"))
                .isEqualTo("bundle acme 1.0.0 [31] is active");
    }

    @Test
    void startsNothingWhenOneThingIsNotKnown() {
        assertThatThrownBy(() -> shell.knownBundles.provide(shell.session, "stocks"))
                .hasMessageContaining("no bundle that is known here provides source acme:feed");
        assertThat(shell.bundles.started).isEmpty();
    }

    @Test
    void tellsAWrongVersionFromNone() {
        // given
        waiting.waitFor("function acme:Mean");
        shell.manager.extensions.add(new ExtensionDescriptor(
                ExtensionKind.AGGREGATOR,
                "acme",
                "mean",
                List.of(),
                "The mean.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "acme 3.0.0"));

        // then
        assertThat(shell.knownBundles.waits(shell.session))
                .contains("no bundle in the versions that it requires: acme [1,2)");
        assertThatThrownBy(() -> shell.knownBundles.provide(shell.session, "stocks"))
                .hasMessageContaining("function acme:Mean is here, but in no version that is asked for");
        assertThat(shell.knownBundles.provide(shell.session, "function", "acme:mean"))
                .isEqualTo("function acme:mean is here already");
    }

    @Test
    void saysThatARepositoryCouldNotBeAsked() {
        waiting.waitFor("source acme:feed");
        shell.bundles.unreadable = "the repository /gone cannot be read: it is gone";

        assertThat(shell.knownBundles.waits(shell.session))
                .endsWith("\nthe repository /gone cannot be read: it is gone");
        assertThatThrownBy(() -> shell.knownBundles.provide(shell.session, "stocks"))
                .hasMessageContaining("no bundle that is known here provides source acme:feed")
                .hasMessageEndingWith("\nthe repository /gone cannot be read: it is gone");
    }

    @Test
    void sendsToTheProblemsOfWhatFailsWithWhatCame() {
        waiting.waitFor("window acme:every");
        shell.bundles.whenStarted = () -> waiting.become(AppState.FAILED);

        assertThat(shell.knownBundles.provide(shell.session, "stocks"))
                .endsWith("stocks is failed, see problems stocks");
    }

    @Test
    void saysWhyABundleWasNotStarted() {
        waiting.waitFor("window acme:every");
        shell.bundles.refusal = "it is not signed";

        assertThatThrownBy(() -> shell.knownBundles.provide(shell.session, "stocks"))
                .hasMessageContaining("bundle acme 1.0.0 [17] was not started: it is not signed");
    }

    @Test
    void showsTheEndOfTheAuditLog() {
        Instant time = Instant.parse("2026-03-04T05:06:07.008Z");
        shell.audit.entries.add(new AuditEntry(time, "install", "acme", "1.0.0", 17, "file:/acme.jar", ""));
        shell.audit.entries.add(new AuditEntry(time, "refuse", "", "", -1, "deploy/evil.jar", "it is not signed"));

        assertThat(shell.knownBundles.audit(shell.session).lines())
                .containsExactly(
                        "TIME                      ACTION   BUNDLE  VERSION  ID  SOURCE",
                        "2026-03-04T05:06:07.008Z  install  acme    1.0.0    17  file:/acme.jar",
                        "2026-03-04T05:06:07.008Z  refuse                        deploy/evil.jar: it is not signed");
        assertThat(shell.knownBundles.audit(shell.session, "1").lines()).hasSize(2);
        assertThatThrownBy(() -> shell.knownBundles.audit(shell.session, "all"))
                .hasMessageContaining("no whole number");
        shell.audit.place = "";
        assertThat(shell.knownBundles.audit(shell.session)).isEqualTo("no audit log is kept");
    }

    @Test
    void hasNothingToDoForWhatRuns() {
        waiting.become(AppState.RUNNING);

        assertThat(shell.knownBundles.waits(shell.session)).isEqualTo("nothing is waited for");
        assertThat(shell.knownBundles.provide(shell.session, "stocks")).isEqualTo("stocks waits for no extension");
    }
}
