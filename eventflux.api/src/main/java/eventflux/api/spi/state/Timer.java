package eventflux.api.spi.state;

import org.osgi.annotation.versioning.ProviderType;

/** One alarm of the present key; part of the state. */
@ProviderType
public interface Timer {

    /** Fires once at or after a time, epoch milliseconds, in place of what was asked before. */
    void schedule(long atMillis);

    /** Fires no more. */
    void cancel();

    /** Whether it is going to fire. */
    boolean isScheduled();
}
