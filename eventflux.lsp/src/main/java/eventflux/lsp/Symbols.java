package eventflux.lsp;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.FunctionDefinition;
import eventflux.api.query.PartitionStatement;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.Statement;
import eventflux.api.query.StatementVisitor;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.TriggerDefinition;
import eventflux.api.query.WindowDefinition;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import eventflux.api.query.output.DeleteRows;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputActionVisitor;
import eventflux.api.query.output.ReturnRows;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.output.UpdateRows;
import eventflux.api.query.output.UpsertRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The outline of a text: what it defines, and its queries. */
final class Symbols implements StatementVisitor<DocumentSymbol> {

    private final OpenText text;

    private Symbols(OpenText text) {
        this.text = text;
    }

    static List<DocumentSymbol> of(OpenText text) {
        return new Symbols(text).symbols(text.tree().statements(), text.text().length());
    }

    /** A statement goes on to the next one, or to the given end. */
    private List<DocumentSymbol> symbols(List<? extends Statement> statements, int end) {
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            int next = i + 1 < statements.size() ? start(statements.get(i + 1)) : end;
            DocumentSymbol symbol = statements.get(i).accept(this);
            int start = start(statements.get(i));
            symbol.setRange(text.lines().range(start, endBefore(start, next)));
            if (statements.get(i) instanceof PartitionStatement partition) {
                symbol.setChildren(symbols(partition.queries(), next));
            }
            symbols.add(symbol);
        }
        return symbols;
    }

    private int start(Statement statement) {
        SourcePosition first = statement.annotations().stream()
                .map(Node::position)
                .filter(annotation -> annotation.compareTo(statement.position()) < 0)
                .min(SourcePosition::compareTo)
                .orElse(statement.position());
        return text.lines().offset(first);
    }

    /** The last semicolon before the next statement; comments and blanks behind it belong to nobody. */
    private int endBefore(int start, int next) {
        int end = -1;
        for (int i = start; i < next; i = Passage.end(text.text(), i)) {
            if (text.text().charAt(i) == ';') {
                end = i + 1;
            }
        }
        return end >= 0
                ? end
                : start + text.text().substring(start, next).stripTrailing().length();
    }

    private DocumentSymbol symbol(Name name, SymbolKind kind, String detail) {
        Range range = text.lines().range(name.position());
        return new DocumentSymbol(name.text(), kind, range, range, detail);
    }

    private DocumentSymbol relation(Name name, String detail, List<ColumnDefinition> columns) {
        DocumentSymbol symbol = symbol(name, SymbolKind.Struct, detail);
        symbol.setChildren(columns.stream()
                .map(column ->
                        symbol(column.name(), SymbolKind.Field, column.type().text()))
                .toList());
        return symbol;
    }

    @Override
    public DocumentSymbol visitStreamDefinition(StreamDefinition stream) {
        return relation(stream.name(), "stream", stream.columns());
    }

    @Override
    public DocumentSymbol visitTableDefinition(TableDefinition table) {
        return relation(table.name(), "table", table.columns());
    }

    @Override
    public DocumentSymbol visitWindowDefinition(WindowDefinition window) {
        return relation(window.name(), "window", window.columns());
    }

    @Override
    public DocumentSymbol visitTriggerDefinition(TriggerDefinition trigger) {
        return symbol(trigger.name(), SymbolKind.Event, "trigger");
    }

    @Override
    public DocumentSymbol visitFunctionDefinition(FunctionDefinition function) {
        return symbol(
                function.name(), SymbolKind.Function, function.returnType().text());
    }

    @Override
    public DocumentSymbol visitAggregationDefinition(AggregationDefinition aggregation) {
        return symbol(aggregation.name(), SymbolKind.Struct, "aggregation");
    }

    @Override
    public DocumentSymbol visitPartitionStatement(PartitionStatement partition) {
        return unnamed("partition", SymbolKind.Namespace, partition);
    }

    @Override
    public DocumentSymbol visitQueryStatement(QueryStatement statement) {
        String does = statement.query().output().accept(Purpose.OF_OUTPUT);
        DocumentSymbol symbol = unnamed(name(statement).orElse(does), SymbolKind.Function, statement);
        symbol.setDetail(symbol.getName().equals(does) ? "query" : does);
        return symbol;
    }

    private DocumentSymbol unnamed(String label, SymbolKind kind, Statement statement) {
        Range range = text.lines().range(statement.position());
        return new DocumentSymbol(label, kind, range, range);
    }

    private static Optional<String> name(QueryStatement statement) {
        return statement.annotations().stream()
                .filter(annotation -> annotation.name().isSameWord("info"))
                .flatMap(annotation -> annotation.value("name").stream())
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    /** What a query is for, in two or three words. */
    private enum Purpose implements OutputActionVisitor<String> {
        OF_OUTPUT;

        @Override
        public String visitInsertInto(InsertInto insert) {
            return "insert into " + insert.target().qualified();
        }

        @Override
        public String visitReturnRows(ReturnRows rows) {
            return "return rows";
        }

        @Override
        public String visitUpdateRows(UpdateRows update) {
            return "update " + update.target().table();
        }

        @Override
        public String visitDeleteRows(DeleteRows delete) {
            return "delete from " + delete.target().table();
        }

        @Override
        public String visitUpsertRows(UpsertRows upsert) {
            return "upsert into " + upsert.target().table();
        }

        @Override
        public String visitUnnamedOutput(UnnamedOutput output) {
            return "query";
        }
    }
}
