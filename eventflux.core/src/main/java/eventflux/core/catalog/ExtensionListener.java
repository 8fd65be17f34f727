package eventflux.core.catalog;

import eventflux.core.resolved.ExtensionRef;
import java.util.Set;

/**
 * Is told of extensions that come and go, on the thread that registers them. The catalog already shows the new state; whether
 * an extension is the preferred one of its name is for the listener to ask.
 */
public interface ExtensionListener {

    /** One registration brought these. */
    void arrived(Set<ExtensionRef> extensions);

    /** One registration is taking these back; on return nothing of the listener's refers to their classes any more. */
    void leaving(Set<ExtensionRef> extensions);
}
