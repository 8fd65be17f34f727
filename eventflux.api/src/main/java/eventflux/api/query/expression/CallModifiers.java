package eventflux.api.query.expression;

import java.util.Objects;
import java.util.Optional;

/**
 * What SQL adds to a call.
 *
 * @param star {@code count(*)}
 * @param distinct {@code count(DISTINCT x)}
 * @param filter {@code sum(x) FILTER (WHERE …)}
 * @param over {@code sum(x) OVER (…)}
 */
public record CallModifiers(boolean star, boolean distinct, Optional<Expression> filter, Optional<Over> over) {

    /** Checks the parts. */
    public CallModifiers {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(over, "over");
    }

    /** Nothing added. */
    public static CallModifiers none() {
        return new CallModifiers(false, false, Optional.empty(), Optional.empty());
    }
}
