package eventflux.api.query;

import eventflux.api.query.definition.Annotation;
import java.util.List;

/**
 * A whole text. Where the text had problems, the statements that could not be read are missing.
 *
 * @param annotations those that concern all of it: {@code @app:name(…)}, wherever they stand
 * @param statements the statements in their order
 */
public record Application(List<Annotation> annotations, List<Statement> statements) {

    /** Checks the parts and copies the lists. */
    public Application {
        annotations = List.copyOf(annotations);
        statements = List.copyOf(statements);
    }
}
