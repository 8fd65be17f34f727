package eventflux.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Whose jars this node takes: anybody's, or those that are signed, every entry of them, by one of the publishers that the setting
 * {@value #SETTING} lists.
 */
final class Publishers {

    /** The setting: fingerprints (SHA-256) and names. */
    static final String SETTING = "security.bundles.publishers";

    // What a signature itself is made of, and cannot be signed.
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

    private static final String UNSIGNED = "it is not signed";

    private final Optional<String> accepted;
    private final NodeSettings settings;
    private final Path copies;

    Publishers(NodeSettings settings) {
        this(settings, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Those that settings name.
     *
     * @param copies a folder for jars while they are looked at
     */
    Publishers(NodeSettings settings, Path copies) {
        this.copies = copies;
        this.accepted = settings.text(SETTING);
        this.settings = settings;
    }

    /** Whether any jar will do. */
    boolean areAll() {
        return accepted.isEmpty();
    }

    /**
     * What lies at a place, when it is a jar of one of them. It is read once, so that nobody can put something else there between
     * the check and its use.
     */
    InputStream open(URI place) throws IOException {
        Path copy = Files.createTempFile(copies, "eventflux-", ".jar");
        try {
            URLConnection connection = place.toURL().openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            check(copy);
            return Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private void check(Path file) throws IOException {
        TrustedSigners trusted = new TrustedSigners(Publisher.list(accepted.orElseThrow()), settings);
        Set<CodeSigner> known = new HashSet<>();
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && !SIGNATURE.matcher(entry.getName()).matches()) {
                    check(jar, entry, trusted, known);
                }
            }
            if (known.isEmpty()) {
                throw refused(UNSIGNED);
            }
        } catch (SecurityException e) {
            throw refused("its signature is broken: " + e.getMessage());
        }
    }

    private static void check(JarFile jar, JarEntry entry, TrustedSigners trusted, Set<CodeSigner> known)
            throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            // Only what was read to its end has been compared with its signature.
            in.transferTo(OutputStream.nullOutputStream());
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw refused(
                    jar.stream().anyMatch(Publishers::isSignature) ? entry.getName() + " is not signed" : UNSIGNED);
        }
        String reason = "";
        for (CodeSigner signer : signers) {
            Optional<String> objection = known.contains(signer) ? Optional.empty() : trusted.objection(signer);
            if (objection.isEmpty()) {
                known.add(signer);
                return;
            }
            reason = objection.get();
        }
        throw refused(reason);
    }

    private static boolean isSignature(JarEntry entry) {
        return SIGNATURE.matcher(entry.getName()).matches() && !entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME);
    }

    private static EventFluxException refused(String reason) {
        return new EventFluxException(Problem.of(DeployProblem.NOT_TRUSTED, "reason", reason));
    }
}
