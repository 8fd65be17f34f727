package eventflux.parser.tree;

import eventflux.api.query.expression.TypeName;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds names. */
final class Names {

    private final Reading reading;

    Names(Reading reading) {
        this.reading = reading;
    }

    /** A name of any kind; each of the rules for names consists of one word. */
    Name name(ParserRuleContext context) {
        return name(context.start);
    }

    Name name(Token word) {
        return new Name(text(word), reading.at(word));
    }

    /** A name space and a name as one. */
    Name qualified(EventFluxGrammar.ScriptLanguageContext context) {
        Name name = name(context.anyName());
        return context.name() == null
                ? name
                : new Name(text(context.name().start) + ":" + name.text(), reading.at(context));
    }

    Optional<Name> alias(EventFluxGrammar.AliasContext context) {
        return context == null ? Optional.empty() : Optional.of(name(context.stop));
    }

    List<Name> names(EventFluxGrammar.NameListContext context) {
        return context == null
                ? List.of()
                : context.anyName().stream().map(this::name).toList();
    }

    StreamName stream(EventFluxGrammar.StreamNameContext context) {
        return new StreamName(scope(context.HASH(), context.BANG()), text(context.name().start), reading.at(context));
    }

    /** The part of a dotted reference before the dot. */
    StreamName qualifier(EventFluxGrammar.ColumnReferenceContext context) {
        Token last = context.columnName().stop;
        return new StreamName(scope(context.HASH(), context.BANG()), text(last), reading.at(context.start, last));
    }

    private static StreamScope scope(TerminalNode hash, TerminalNode bang) {
        if (hash != null) {
            return StreamScope.INNER;
        }
        return bang != null ? StreamScope.FAULT : StreamScope.PLAIN;
    }

    TypeName type(EventFluxGrammar.TypeNameContext context) {
        String words = unquoted(context.anyName().start)
                + (context.PRECISION() == null ? "" : " " + context.PRECISION().getText());
        List<Integer> parameters = context.INT_LITERAL().stream()
                .map(number -> Literals.smallNumber(number.getSymbol(), reading))
                .toList();
        return new TypeName(words, parameters, reading.at(context));
    }

    // Nobody after this has to think of names that are empty.
    private String text(Token word) {
        String name = unquoted(word);
        if (!name.isEmpty()) {
            return name;
        }
        boolean isClosed = word.getText().length() > 1;
        if (isClosed) {
            reading.report(SyntaxError.EMPTY_NAME, reading.at(word));
        }
        return "_";
    }

    static String unquoted(Token word) {
        String text = word.getText();
        return switch (word.getType()) {
            case EventFluxGrammar.BACK_QUOTED -> Literals.inside(text, "`");
            case EventFluxGrammar.QUOTED -> Literals.inside(text, "\"").replace("\"\"", "\"");
            default -> text;
        };
    }
}
