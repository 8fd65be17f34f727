package eventflux.api.query;

import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.expression.TypeName;
import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Objects;

/**
 * Defines a function by a script.
 *
 * @param header annotations, dialect and place
 * @param name its name
 * @param parameters its parameters; empty when the script reads them by number
 * @param returnType the type that it gives
 * @param language the language of the script
 * @param body the script
 */
public record FunctionDefinition(
        StatementHeader header,
        Name name,
        List<ColumnDefinition> parameters,
        TypeName returnType,
        Name language,
        String body)
        implements Statement {

    /** Checks the parts and copies the lists. */
    public FunctionDefinition {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(returnType, "returnType");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(body, "body");
        parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitFunctionDefinition(this);
    }
}
