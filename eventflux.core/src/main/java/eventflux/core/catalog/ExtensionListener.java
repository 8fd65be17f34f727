package eventflux.core.catalog;

import java.util.List;

/**
 * Is told of extensions that come and go, on the thread that registers them. The catalog already shows the new state; whether
 * an extension is the preferred one of its name is for the listener to ask.
 */
public interface ExtensionListener {

    /** One registration brought these. */
    void arrived(List<ProvidedExtension> extensions);

    /** One registration is taking these back; on return nothing of the listener's refers to their classes any more. */
    void leaving(List<ProvidedExtension> extensions);
}
