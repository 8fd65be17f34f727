package eventflux.api;

import java.util.Objects;

/**
 * What a part of the time went into while an application was watched.
 *
 * @param place a class and its method, or a word for what is none
 * @param provider the bundle or jar that the class is of; empty when it is the engine's, or nobody knows
 * @param share of the time, from 0 to 1
 */
public record TimeShare(String place, String provider, double share) {

    /** Refuses missing parts. */
    public TimeShare {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(provider, "provider");
    }
}
