package eventflux.core.catalog;

import eventflux.api.error.Problem;
import eventflux.core.resolved.ExtensionRef;
import java.util.Optional;
import java.util.Set;

/** An extension of which somebody knows the names before the object is made: it is asked for when a text names one of them. */
public interface Announcement {

    /** What it is found by. */
    Set<ExtensionRef> refs();

    /** The object; empty when it has gone. Asked for by whichever thread needs it first, and seldom twice. */
    Optional<Object> service();

    /** Is told once what of the object cannot be used. */
    void refused(Problem problem);
}
