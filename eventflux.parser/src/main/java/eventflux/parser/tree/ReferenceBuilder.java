package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.EventIndex;
import eventflux.api.query.expression.EventReference;
import eventflux.api.query.expression.Expression;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds references to columns and events. */
final class ReferenceBuilder {

    private final Reading reading;
    private final Names names;

    ReferenceBuilder(Builders builders) {
        this.reading = builders.reading();
        this.names = builders.names();
    }

    /** A reference, which may be to a column or to a whole event. */
    Expression reference(EventFluxGrammar.ColumnReferenceContext context) {
        SourcePosition place = reading.at(context);
        Optional<EventIndex> index = Optional.ofNullable(context.eventIndex()).map(this::index);
        if (context.anyName() == null && index.isPresent()) {
            return new EventReference(names.name(context.columnName()), index.get(), place);
        }
        return column(context, index, place);
    }

    /** A reference that can only be to a column. */
    ColumnReference column(EventFluxGrammar.ColumnReferenceContext context) {
        return column(context, Optional.ofNullable(context.eventIndex()).map(this::index), reading.at(context));
    }

    private ColumnReference column(
            EventFluxGrammar.ColumnReferenceContext context, Optional<EventIndex> index, SourcePosition place) {
        if (context.anyName() == null) {
            if (context.BANG() != null) {
                Token bang = context.BANG().getSymbol();
                reading.report(SyntaxError.FOREIGN_TEXT, reading.at(bang), "found", "!", "instead", "write NOT");
            }
            return new ColumnReference(Optional.empty(), Optional.empty(), names.name(context.columnName()), place);
        }
        return new ColumnReference(Optional.of(names.qualifier(context)), index, names.name(context.anyName()), place);
    }

    private EventIndex index(EventFluxGrammar.EventIndexContext context) {
        EventIndex.Anchor anchor = context.LAST() == null ? EventIndex.Anchor.FIRST : EventIndex.Anchor.LAST;
        int offset = context.INT_LITERAL() == null
                ? 0
                : Literals.smallNumber(context.INT_LITERAL().getSymbol(), reading);
        return new EventIndex(anchor, offset, reading.at(context));
    }
}
