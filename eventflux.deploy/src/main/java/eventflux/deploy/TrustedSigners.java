package eventflux.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a signature is of one of some publishers. One who is known by a certificate needs nobody to vouch for him; a name counts
 * when an authority of the trust store ({@value #STORE}, that of Java otherwise) has issued the certificate.
 */
final class TrustedSigners {

    /** The setting: the file of the trust store. */
    static final String STORE = "security.bundles.truststore";

    /** The setting: its password. */
    static final String PASSWORD = "security.bundles.truststore.password";

    private final List<Publisher> publishers;
    private final NodeSettings settings;

    TrustedSigners(List<Publisher> publishers, NodeSettings settings) {
        // What needs no authority comes first.
        this.publishers = publishers.stream()
                .sorted(Comparator.comparing(publisher -> publisher instanceof Publisher.ByName))
                .toList();
        this.settings = settings;
    }

    /** What speaks against a signature; empty when it is accepted. */
    Optional<String> objection(CodeSigner signer) {
        List<X509Certificate> chain = signer.getSignerCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
        String subject = "it is signed by " + chain.get(0).getSubjectX500Principal();
        try {
            chain.get(0).checkValidity();
            for (Publisher publisher : publishers) {
                if (isOf(publisher, chain, signer.getSignerCertPath())) {
                    return Optional.empty();
                }
            }
            return Optional.of(subject + " (" + Publisher.print(fingerprint(chain.get(0)))
                    + "), who is not among the accepted publishers");
        } catch (GeneralSecurityException e) {
            return Optional.of(subject + ", whose certificate does not hold: " + e.getMessage());
        }
    }

    private boolean isOf(Publisher publisher, List<X509Certificate> chain, CertPath path)
            throws GeneralSecurityException {
        if (publisher instanceof Publisher.ByFingerprint one) {
            return isIssuedUnder(one.sha256(), chain);
        }
        Publisher.ByName one = (Publisher.ByName) publisher;
        if (!chain.get(0).getSubjectX500Principal().equals(one.subject())) {
            return false;
        }
        PKIXParameters parameters = new PKIXParameters(store());
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
        return true;
    }

    // Each certificate up to the one that is known has to be issued by the next.
    private static boolean isIssuedUnder(String sha256, List<X509Certificate> chain) throws GeneralSecurityException {
        for (int i = 0; i < chain.size(); i++) {
            if (fingerprint(chain.get(i)).equals(sha256)) {
                return true;
            }
            if (i + 1 < chain.size()) {
                X509Certificate issuer = chain.get(i + 1);
                issuer.checkValidity();
                if (issuer.getBasicConstraints() < 0) {
                    return false;
                }
                chain.get(i).verify(issuer.getPublicKey());
            }
        }
        return false;
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private KeyStore store() throws GeneralSecurityException {
        File file = settings.text(STORE)
                .map(File::new)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile());
        try {
            return KeyStore.getInstance(
                    file, settings.text(PASSWORD).orElse("changeit").toCharArray());
        } catch (IOException | IllegalArgumentException e) {
            throw new EventFluxException(
                    Problem.of(DeployProblem.TRUST_STORE_UNREADABLE, "file", file, "reason", e.getMessage()), e);
        }
    }
}
