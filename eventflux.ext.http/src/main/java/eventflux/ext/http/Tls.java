package eventflux.ext.http;

import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates: our own, and those of the authorities that vouch for others. Without any, the virtual machine's are used. */
@Parameters({
    @Parameter(
            name = "tls.keystore.file",
            aliases = {"https.keystore.file", "keystore.file"},
            type = ParameterType.STRING,
            optional = true,
            description =
                    "A store (PKCS12 or JKS) with our key and certificate. A source that is called speaks https with it."),
    @Parameter(
            name = "tls.keystore.password",
            aliases = {"https.keystore.password", "keystore.password"},
            type = ParameterType.STRING,
            optional = true,
            description = "Of the store and its key."),
    @Parameter(
            name = "tls.truststore.file",
            aliases = {"https.truststore.file", "truststore.file"},
            type = ParameterType.STRING,
            optional = true,
            description =
                    "A store with the certificates of those who vouch for the other side. Callers of a source must show one then."),
    @Parameter(
            name = "tls.truststore.password",
            aliases = {"https.truststore.password", "truststore.password"},
            type = ParameterType.STRING,
            optional = true,
            description = "Of that store.")
})
final class Tls {

    private static final String KEYS = "tls.keystore";
    private static final String TRUST = "tls.truststore";

    private final Settings settings;

    Tls(Settings settings) {
        this.settings = settings;
    }

    /** Whether there is a certificate of our own. */
    boolean hasKey() {
        return settings.has(KEYS + ".file");
    }

    /** Whether it is said who vouches for the other side. */
    boolean hasTrust() {
        return settings.has(TRUST + ".file");
    }

    /**
     * What connections are made with; empty when nothing is said.
     *
     * @throws IOException when a store cannot be read
     */
    Optional<SSLContext> context() throws IOException {
        if (!hasKey() && !hasTrust()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("tls: " + e.getMessage(), e);
        }
    }

    private KeyManager[] keys() throws GeneralSecurityException, IOException {
        if (!hasKey()) {
            return null; // none
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(KEYS), password(KEYS));
        return keys.getKeyManagers();
    }

    private TrustManager[] trust() throws GeneralSecurityException, IOException {
        if (!hasTrust()) {
            return null; // those of the virtual machine
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(TRUST));
        return trust.getTrustManagers();
    }

    private KeyStore store(String which) throws GeneralSecurityException, IOException {
        File file = new File(settings.getString(which + ".file"));
        if (!file.canRead()) {
            throw new IOException(which + ".file: there is no file " + file.getAbsolutePath());
        }
        try {
            return KeyStore.getInstance(file, password(which));
        } catch (IOException e) {
            throw new IOException(which + ".file=" + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private char[] password(String which) {
        return settings.find(which + ".password").orElse("").toCharArray();
    }
}
