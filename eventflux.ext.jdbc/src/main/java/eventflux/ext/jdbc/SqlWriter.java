package eventflux.ext.jdbc;

import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreExpressionVisitor;
import java.util.ArrayList;
import java.util.List;

/** Writes one statement over one table: words, names, and expressions with their values kept apart. */
final class SqlWriter implements StoreExpressionVisitor<SqlWriter> {

    private final Dialect dialect;
    private final List<String> columns;
    private final StringBuilder text = new StringBuilder();
    private final List<Bind> binds = new ArrayList<>();

    /**
     * A statement without words yet.
     *
     * @param columns the names of the table's columns, as the database spells them
     */
    SqlWriter(Dialect dialect, List<String> columns) {
        this.dialect = dialect;
        this.columns = columns;
    }

    /** The statement. */
    Sql sql() {
        return new Sql(text.toString(), binds);
    }

    /** Appends words as they are. */
    SqlWriter words(String words) {
        text.append(words);
        return this;
    }

    /** Appends a name. */
    SqlWriter name(String name) {
        return words(dialect.quoted(name));
    }

    /** Appends the names of columns. */
    SqlWriter columns(List<Integer> places) {
        return words(dialect.quoted(places.stream().map(columns::get).toList()));
    }

    /** Appends a condition, unless it is true of all rows. */
    SqlWriter where(StoreExpression condition) {
        return condition.equals(StoreExpression.ALWAYS)
                ? this
                : words(" WHERE ").expression(condition);
    }

    /** Appends what an update sets. */
    SqlWriter assignments(List<StoreAssignment> assignments) {
        String before = "";
        for (StoreAssignment assignment : assignments) {
            words(before).name(columns.get(assignment.column())).words(" = ").expression(assignment.value());
            before = ", ";
        }
        return this;
    }

    /** Appends values. */
    SqlWriter values(List<StoreExpression> values) {
        String before = "";
        for (StoreExpression value : values) {
            words(before).expression(value);
            before = ", ";
        }
        return this;
    }

    /** Appends an expression. */
    SqlWriter expression(StoreExpression expression) {
        return expression.accept(this);
    }

    private SqlWriter bind(Bind bind) {
        binds.add(bind);
        return words("?");
    }

    private SqlWriter infix(StoreExpression left, String operator, StoreExpression right) {
        return words("(")
                .expression(left)
                .words(" " + operator + " ")
                .expression(right)
                .words(")");
    }

    @Override
    public SqlWriter visitColumn(StoreExpression.Column column) {
        return name(columns.get(column.index()));
    }

    @Override
    public SqlWriter visitParameter(StoreExpression.Parameter parameter) {
        return bind(new Bind.FromRow(parameter.index(), parameter.type()));
    }

    @Override
    public SqlWriter visitConstant(StoreExpression.Constant constant) {
        return bind(new Bind.Fixed(constant.value()));
    }

    @Override
    public SqlWriter visitComparison(StoreExpression.Comparison comparison) {
        return infix(comparison.left(), comparison.operator().symbol(), comparison.right());
    }

    @Override
    public SqlWriter visitLogical(StoreExpression.Logical logical) {
        if (logical.operands().isEmpty()) {
            return words(logical.conjunction() ? "(1 = 1)" : "(1 = 0)");
        }
        String before = "(";
        for (StoreExpression operand : logical.operands()) {
            words(before).expression(operand);
            before = logical.conjunction() ? " AND " : " OR ";
        }
        return words(")");
    }

    @Override
    public SqlWriter visitNot(StoreExpression.Not not) {
        return words("(NOT ").expression(not.operand()).words(")");
    }

    @Override
    public SqlWriter visitIsNull(StoreExpression.IsNull isNull) {
        return words("(").expression(isNull.operand()).words(" IS NULL)");
    }

    @Override
    public SqlWriter visitArithmetic(StoreExpression.Arithmetic arithmetic) {
        return words("(")
                .number(arithmetic.left())
                .words(" " + arithmetic.operator().symbol() + " ")
                .number(arithmetic.right())
                .words(")");
    }

    private SqlWriter number(StoreExpression operand) {
        boolean isPlace = operand instanceof StoreExpression.Parameter || operand instanceof StoreExpression.Constant;
        return isPlace && dialect.guessesTypes()
                ? words("CAST(").expression(operand).words(" AS " + dialect.type(operand.type(), false) + ")")
                : expression(operand);
    }
}
