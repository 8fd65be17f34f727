package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.Application;
import eventflux.api.query.PartitionStatement;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.Statement;
import eventflux.api.query.StatementHeader;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.LabelledRange;
import eventflux.api.query.definition.PartitionKey;
import eventflux.api.query.definition.RangeKey;
import eventflux.api.query.definition.ValueKey;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.StreamName;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Puts units together: annotations of the application wherever they stand, statements, and partitions, which come as a head,
 * queries and an end. Used by one thread, for one text.
 */
public final class ApplicationBuilder {

    private final ProblemList problems;
    private final Reading reading;
    private final Builders builders;
    private final DefinitionBuilder definitions;
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<SourcePosition> leftOut = new ArrayList<>();
    private OpenPartition partition; // the one that is open, else null; written by the thread that reads the text
    private int lostHeads; // how many heads of partitions could not be read; the same thread

    /**
     * A builder for one text.
     *
     * @param text where places are found
     * @param problems where problems go
     */
    public ApplicationBuilder(TokenizedText text, ProblemList problems) {
        this.problems = problems;
        this.reading = new Reading(text, problems, Dialect.SQL);
        this.builders = new Builders(reading);
        this.definitions = new DefinitionBuilder(builders);
    }

    /** A partition whose end has not come. Its keys are read at the end, when the queries have told the dialect. */
    private record OpenPartition(
            List<Annotation> annotations,
            EventFluxGrammar.PartitionHeadContext head,
            SourcePosition position,
            List<QueryStatement> queries) {}

    /** The dialect of a statement, which its first words tell. */
    public static Dialect dialect(EventFluxGrammar.StatementContext statement) {
        return statement.definition() == null
                ? QueryBuilder.dialect(statement.query())
                : DefinitionBuilder.dialect(statement.definition());
    }

    /** Adds a unit. */
    public void add(EventFluxGrammar.UnitContext unit) {
        try {
            addPart(unit);
        } catch (Reading.TooLargeException tooLarge) {
            problems.add(tooLarge.problem());
        }
        if (unit.partitionEnd() != null) {
            close(unit.partitionEnd());
        } else if (unit.unitEnd() != null && unit.unitEnd().partitionEnd() != null) {
            close(unit.unitEnd().partitionEnd());
        }
    }

    /** Takes note of a unit that was left out. */
    public void skipped(Token first) {
        leftOut.add(reading.at(first));
        if (first.getType() == EventFluxGrammar.PARTITION) {
            lostHeads++;
        }
    }

    /** Where units were left out. */
    public List<SourcePosition> leftOut() {
        return List.copyOf(leftOut);
    }

    /** What the units make. */
    public Application build() {
        if (partition != null) {
            reading.report(SyntaxError.UNCLOSED_PARTITION, partition.position());
            closePartition();
        }
        return new Application(annotations, statements);
    }

    private void addPart(EventFluxGrammar.UnitContext unit) {
        reading.restart(unit.statement() == null ? Dialect.SQL : dialect(unit.statement()));
        List<Annotation> own = new ArrayList<>();
        for (Annotation annotation : builders.settings().annotations(unit.annotation())) {
            boolean concernsAll = annotation
                    .namespace()
                    .filter(name -> name.isSameWord("app"))
                    .isPresent();
            (concernsAll ? annotations : own).add(annotation);
        }
        if (unit.partitionHead() != null) {
            open(unit.partitionHead(), own);
        } else if (unit.statement() != null) {
            add(unit.statement(), own);
        }
    }

    private void add(EventFluxGrammar.StatementContext context, List<Annotation> own) {
        if (context.definition() != null) {
            if (partition != null) {
                reading.report(SyntaxError.NOT_IN_PARTITION, reading.at(context.start));
            }
            statements.add(definitions.build(context.definition(), own));
            return;
        }
        StatementHeader header = new StatementHeader(own, reading.dialect(), reading.at(context));
        QueryStatement query = new QueryStatement(header, builders.queries().build(context.query()));
        if (partition == null) {
            statements.add(query);
        } else {
            partition.queries().add(query);
        }
    }

    // ---- partitions

    private void open(EventFluxGrammar.PartitionHeadContext context, List<Annotation> own) {
        if (partition != null) {
            reading.report(SyntaxError.NOT_IN_PARTITION, reading.at(context.start));
            closePartition();
            lostHeads++;
        }
        partition = new OpenPartition(own, context, reading.at(context), new ArrayList<>());
    }

    private PartitionKey key(EventFluxGrammar.PartitionKeyContext context) {
        StreamName stream = builders.names().stream(context.streamName());
        Expression first = builders.expressions().build(context.expression());
        if (context.stringLiteral() == null) {
            return new ValueKey(first, stream, reading.at(context));
        }
        List<LabelledRange> ranges = new ArrayList<>();
        ranges.add(new LabelledRange(
                first,
                builders.literals().string(context.stringLiteral()),
                reading.at(context.start, context.stringLiteral().stop)));
        context.labelledRange().forEach(range -> ranges.add(range(range)));
        return new RangeKey(ranges, stream, reading.at(context));
    }

    private LabelledRange range(EventFluxGrammar.LabelledRangeContext context) {
        return new LabelledRange(
                builders.expressions().build(context.expression()),
                builders.literals().string(context.stringLiteral()),
                reading.at(context));
    }

    private void close(EventFluxGrammar.PartitionEndContext context) {
        if (partition != null) {
            closePartition();
        } else if (lostHeads > 0) {
            lostHeads--;
        } else {
            reading.report(SyntaxError.END_WITHOUT_PARTITION, reading.at(context.start));
        }
    }

    private void closePartition() {
        Dialect dialect = partition.queries().stream()
                .findFirst()
                .map(QueryStatement::dialect)
                .orElse(Dialect.CLASSIC);
        StatementHeader header = new StatementHeader(partition.annotations(), dialect, partition.position());
        reading.restart(dialect);
        try {
            List<PartitionKey> keys =
                    partition.head().partitionKey().stream().map(this::key).toList();
            statements.add(new PartitionStatement(header, keys, partition.queries()));
        } catch (Reading.TooLargeException tooLarge) {
            problems.add(tooLarge.problem());
        }
        partition = null;
    }
}
