package eventflux.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Keys of publishers, made and used by the tools of the JDK. */
final class Signatures {

    private static final String PASSWORD = "changeit";

    private final Path store;

    Signatures(Path store) {
        this.store = store;
    }

    /** A key with a certificate of its own. */
    void create(String alias, String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "keytool",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-storetype",
                "PKCS12"));
        words.addAll(List.of(more));
        run(words);
    }

    /** Signs a jar in place. */
    void sign(Path jar, String alias) throws IOException, InterruptedException {
        run(List.of("jarsigner", "-keystore", store.toString(), "-storepass", PASSWORD, jar.toString(), alias));
    }

    /** As {@code keytool} prints it. */
    String fingerprint(String alias) throws IOException, GeneralSecurityException {
        byte[] certificate = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray())
                .getCertificate(alias)
                .getEncoded();
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    }

    /** Writes a trust store with one certificate. */
    void trust(String alias, Path trusted) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry(
                alias,
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate(alias));
        try (OutputStream out = Files.newOutputStream(trusted)) {
            known.store(out, PASSWORD.toCharArray());
        }
    }

    private static void run(List<String> words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(words);
        line.set(
                0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(line + ": " + said);
        }
    }
}
