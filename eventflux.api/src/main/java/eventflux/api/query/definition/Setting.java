package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * A key and its value, in an annotation or a {@code WITH} clause.
 *
 * @param key the key, dots included; empty where an annotation gives a value alone
 * @param value a literal or a single word; empty for a key alone
 * @param position where it stands
 */
public record Setting(Optional<Name> key, Optional<Expression> value, SourcePosition position) implements Node {

    /** Checks the parts. */
    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(position, "position");
    }

    /** The value as a string; empty for a key alone or {@code NULL}. */
    public String text() {
        return value.map(SettingText::of).orElse("");
    }
}
