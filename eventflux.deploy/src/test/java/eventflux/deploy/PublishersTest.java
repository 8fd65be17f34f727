package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishersTest {

    @TempDir
    static Path shared;

    private static Signatures signatures;

    @TempDir
    Path folder;

    private Path jar;

    @BeforeAll
    static void sign() throws Exception {
        signatures = new Signatures(shared.resolve("keys.p12"));
        signatures.create("acme", "CN=Acme, O=Acme Ltd");
        signatures.create("other", "CN=Other");
        Path signed = shared.resolve("acme.jar");
        Files.write(
                signed, Node.jar(Map.of("Bundle-SymbolicName", "acme"), Map.of("acme/A.class", "a", "acme/b", "b")));
        signatures.sign(signed, "acme");
    }

    @BeforeEach
    void copy() throws IOException {
        jar = Files.copy(shared.resolve("acme.jar"), folder.resolve("acme.jar"));
    }

    private static Publishers accepting(String... settings) {
        Map<String, String> values = new HashMap<>();
        values.put(Publishers.SETTING, settings[0]);
        for (int i = 1; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new Publishers(new NodeSettings(values));
    }

    private void open(Publishers publishers) throws IOException {
        try (InputStream in = publishers.open(jar.toUri())) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(jar));
        }
    }

    @Test
    void takesAnyJarUnlessToldOtherwise() {
        assertThat(new Publishers(new NodeSettings(Map.of())).areAll()).isTrue();
        assertThat(accepting("").areAll()).isTrue();
        assertThat(accepting("CN=Acme").areAll()).isFalse();
    }

    @Test
    void takesWhatAPublisherHasSignedWhoseFingerprintIsListed() throws Exception {
        String acme = signatures.fingerprint("acme");

        assertThatCode(() -> open(accepting(acme))).doesNotThrowAnyException();
        assertThatCode(() -> open(accepting(signatures.fingerprint("other") + ", "
                        + acme.replace(":", "").toLowerCase())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> open(accepting(signatures.fingerprint("other"))))
                .hasMessageContaining("the jar is not taken: it is signed by CN=Acme, O=Acme Ltd (" + acme + ")")
                .hasMessageContaining("who is not among the accepted publishers");
    }

    @Test
    void takesANameOnlyWhenAnAuthorityVouchesForIt() throws Exception {
        String name = "CN=Nobody; CN=Acme,O=Acme Ltd";
        Path store = folder.resolve("trusted.p12");
        signatures.trust("acme", store);

        assertThatCode(() -> open(accepting(name, TrustedSigners.STORE, store.toString())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> open(accepting(name))).hasMessageContaining("whose certificate does not hold");
        assertThatThrownBy(() -> open(accepting(
                        name, TrustedSigners.STORE, folder.resolve("none").toString())))
                .hasMessageContaining("no jar is taken: the trust store");
    }

    @Test
    void refusesWhatIsNotSignedAsAWhole() throws Exception {
        String acme = signatures.fingerprint("acme");
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.writeString(inside.getPath("acme/added"), "x");
        }
        assertThatThrownBy(() -> open(accepting(acme))).hasMessageContaining("acme/added is not signed");

        Files.write(jar, Node.jar(Map.of("Bundle-SymbolicName", "acme"), Map.of("acme/A.class", "a")));
        assertThatThrownBy(() -> open(accepting(acme))).hasMessageContaining("the jar is not taken: it is not signed");
    }

    @Test
    void refusesWhatWasChangedAfterwards() throws Exception {
        String acme = signatures.fingerprint("acme");
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.writeString(inside.getPath("acme/A.class"), "evil");
        }

        assertThatThrownBy(() -> open(accepting(acme))).hasMessageContaining("its signature is broken");
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        signatures.create("late", "CN=Late", "-startdate", "-10d", "-validity", "1");
        Files.write(jar, Node.jar(Map.of("Bundle-SymbolicName", "acme"), Map.of("a", "a")));
        signatures.sign(jar, "late");

        assertThatThrownBy(() -> open(accepting(signatures.fingerprint("late"))))
                .hasMessageContaining("it is signed by CN=Late, whose certificate does not hold");
    }

    @Test
    void takesNothingWhileTheListCannotBeRead() {
        assertThatThrownBy(() -> open(accepting("Acme")))
                .hasMessageContaining("no jar is taken: 'Acme' of security.bundles.publishers is neither");
    }

    @Test
    void leavesNoCopyOfWhatItRefuses() throws Exception {
        URI place = jar.toUri();
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Publishers publishers = new Publishers(new NodeSettings(Map.of(Publishers.SETTING, "CN=X")), copies);

        assertThatThrownBy(() -> publishers.open(place)).hasMessageContaining("is not taken");

        assertThat(copies).isEmptyDirectory();
    }
}
