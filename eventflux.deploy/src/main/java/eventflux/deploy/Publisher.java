package eventflux.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/** One whose signature is accepted: known by a certificate, or by a name that a trusted authority vouches for. */
sealed interface Publisher {

    /**
     * A certificate, of the publisher or of who issued his.
     *
     * @param sha256 of the certificate, 64 hexadecimal digits in lower case
     */
    record ByFingerprint(String sha256) implements Publisher {}

    /** The subject of a certificate. */
    record ByName(X500Principal subject) implements Publisher {}

    /**
     * Reads a list: names with semicolons between them, since they have commas inside; fingerprints with semicolons, commas or blanks.
     */
    static List<Publisher> list(String text) {
        List<Publisher> publishers = new ArrayList<>();
        for (String part : text.split(";")) {
            if (part.contains("=")) {
                publishers.add(name(part.strip()));
            } else {
                for (String word : part.strip().split("[,\\s]+")) {
                    publishers.add(fingerprint(word));
                }
            }
        }
        return List.copyOf(publishers);
    }

    /** A fingerprint as {@code keytool -list} prints it, and {@link #list} reads it. */
    static String print(String sha256) {
        return sha256.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }

    private static Publisher name(String text) {
        try {
            return new ByName(new X500Principal(text));
        } catch (IllegalArgumentException e) {
            throw unreadable(text);
        }
    }

    private static Publisher fingerprint(String text) {
        String digits = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{64}")) {
            throw unreadable(text);
        }
        return new ByFingerprint(digits);
    }

    private static EventFluxException unreadable(String text) {
        return new EventFluxException(Problem.of(DeployProblem.PUBLISHER_UNREADABLE, "publisher", text));
    }
}
