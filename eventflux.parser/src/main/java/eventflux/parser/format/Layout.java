package eventflux.parser.format;

import eventflux.parser.format.Words.Spelling;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxGrammarBaseVisitor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Says where the words of one statement may be broken into lines. What is not said of a rule holds for all: words are set
 * apart as {@link Spacing} says, lists break behind commas, brackets around what they hold.
 */
final class Layout extends EventFluxGrammarBaseVisitor<Doc> {

    private final Words words;
    private final Spelling keywords;
    private final Map<ParserRuleContext, Integer> widths = new IdentityHashMap<>(); // of first columns, by table
    private final int first; // the word whose comments are printed before the statement

    Layout(Words words, Spelling keywords, Token first) {
        this.words = words;
        this.keywords = keywords;
        this.first = first.getTokenIndex();
    }

    // ---- what holds for all

    @Override
    public Doc visitTerminal(TerminalNode node) {
        if (node.getSymbol().getType() == Token.EOF) {
            return Doc.EMPTY;
        }
        boolean isName = Spacing.isName(node);
        return words.doc(
                node.getSymbol(),
                isName ? Spelling.WRITTEN : keywords,
                node.getSymbol().getTokenIndex() == first);
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        return join(Spacing.parts(node));
    }

    /** Goes past rules that only hand on another one: expressions have ten for each bracket, and stacks may be small. */
    @Override
    public Doc visit(ParseTree tree) {
        ParseTree inner = tree;
        while (inner instanceof ParserRuleContext context
                && context.getChildCount() == 1
                && Spacing.isRung(context.getRuleIndex())) {
            inner = context.getChild(0);
        }
        return super.visit(inner);
    }

    /** Sets parts apart, and makes a group of what stands in brackets. */
    private Doc join(List<ParseTree> parts) {
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                docs.add(gap(parts.get(i - 1), parts.get(i)));
            }
            int close = Spacing.closing(parts, i);
            if (close > i) {
                docs.add(bracket(parts.subList(i, close + 1)));
                i = close;
            } else {
                docs.add(visit(parts.get(i)));
            }
        }
        return Doc.concat(docs);
    }

    private Doc gap(ParseTree left, ParseTree right) {
        return switch (Spacing.between(left, right)) {
            case NONE -> Doc.EMPTY;
            case SPACE -> Doc.SPACE;
            case LINE -> isVariable(left, right) ? Doc.nest(Doc.LINE) : Doc.LINE;
            case SOFT_LINE -> Doc.nest(Doc.SOFT_LINE);
        };
    }

    private static boolean isVariable(ParseTree left, ParseTree right) {
        return left instanceof TerminalNode && right instanceof EventFluxGrammar.VariableDefinitionContext;
    }

    private Doc bracket(List<ParseTree> parts) {
        Doc open = visit(parts.get(0));
        Doc close = visit(parts.get(parts.size() - 1));
        List<ParseTree> content = parts.subList(1, parts.size() - 1);
        return content.isEmpty()
                ? Doc.concat(open, close)
                : Doc.group(open, Doc.nest(Doc.SOFT_LINE, join(content)), Doc.SOFT_LINE, close);
    }

    /** The first part, and the others further to the right. */
    private Doc hanging(RuleNode node) {
        return Doc.group(Doc.nest(visitChildren(node)));
    }

    // ---- statements

    @Override
    public Doc visitStatement(EventFluxGrammar.StatementContext context) {
        Doc statement = visitChildren(context);
        boolean isTall = context.query() != null || context.definition().aggregationDefinition() != null;
        return isTall ? Doc.broken(statement) : Doc.group(statement);
    }

    @Override
    public Doc visitStreamDefinition(EventFluxGrammar.StreamDefinitionContext context) {
        Doc definition = visitChildren(context);
        return context.query() == null ? definition : Doc.broken(definition);
    }

    @Override
    public Doc visitPartitionHead(EventFluxGrammar.PartitionHeadContext context) {
        return Doc.broken(visitChildren(context));
    }

    @Override
    public Doc visitColumn(EventFluxGrammar.ColumnContext context) {
        return aligned(context, context.anyName(), EventFluxGrammar.ColumnContext.class);
    }

    @Override
    public Doc visitSetting(EventFluxGrammar.SettingContext context) {
        return aligned(context, context.settingKey(), EventFluxGrammar.SettingContext.class);
    }

    /** A row of a table whose first column is as wide as the widest of all rows. */
    private <T extends ParserRuleContext> Doc aligned(T row, ParserRuleContext key, Class<T> kind) {
        List<ParseTree> others = Spacing.parts(row);
        others = others.subList(1, others.size());
        if (others.isEmpty()) {
            return visit(key);
        }
        int widest = widths.computeIfAbsent(table(row), table -> widest(table, kind));
        return Doc.concat(visit(key), new Doc.Pad(widest - width(key) + 1), join(others));
    }

    private static ParserRuleContext table(ParserRuleContext row) {
        ParserRuleContext parent = row.getParent();
        return parent instanceof EventFluxGrammar.ColumnElementContext ? parent.getParent() : parent;
    }

    private int widest(ParserRuleContext table, Class<? extends ParserRuleContext> kind) {
        int widest = 0;
        for (ParseTree child : table.children) {
            ParseTree row = child instanceof EventFluxGrammar.ColumnElementContext ? child.getChild(0) : child;
            if (kind.isInstance(row)) {
                widest = Math.max(widest, width((ParserRuleContext) row.getChild(0)));
            }
        }
        return widest;
    }

    private int width(ParserRuleContext context) {
        return words.width(context.getStart(), context.getStop());
    }

    // ---- clauses

    @Override
    public Doc visitCommonTables(EventFluxGrammar.CommonTablesContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitInputSource(EventFluxGrammar.InputSourceContext context) {
        return Doc.group(visitChildren(context));
    }

    @Override
    public Doc visitEventElement(EventFluxGrammar.EventElementContext context) {
        return Doc.group(visitChildren(context));
    }

    @Override
    public Doc visitSelectClause(EventFluxGrammar.SelectClauseContext context) {
        List<ParseTree> parts = Spacing.parts(context);
        int items = parts.indexOf(context.selectItem(0));
        return Doc.group(join(parts.subList(0, items)), Doc.nest(Doc.LINE, join(parts.subList(items, parts.size()))));
    }

    @Override
    public Doc visitExpressionList(EventFluxGrammar.ExpressionListContext context) {
        return Doc.group(visitChildren(context));
    }

    @Override
    public Doc visitPeriods(EventFluxGrammar.PeriodsContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitTimeRange(EventFluxGrammar.TimeRangeContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitPatternKeys(EventFluxGrammar.PatternKeysContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitMatchKeys(EventFluxGrammar.MatchKeysContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitSubsets(EventFluxGrammar.SubsetsContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitWhere(EventFluxGrammar.WhereContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitGroupBy(EventFluxGrammar.GroupByContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitHaving(EventFluxGrammar.HavingContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitOrderBy(EventFluxGrammar.OrderByContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitValues(EventFluxGrammar.ValuesContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitAssignments(EventFluxGrammar.AssignmentsContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitJoinTail(EventFluxGrammar.JoinTailContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitDeleteAction(EventFluxGrammar.DeleteActionContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitUpdateAction(EventFluxGrammar.UpdateActionContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitPattern(EventFluxGrammar.PatternContext context) {
        return hanging(context);
    }

    @Override
    public Doc visitMeasures(EventFluxGrammar.MeasuresContext context) {
        return hanging(context);
    }

    // ---- expressions

    @Override
    public Doc visitExpression(EventFluxGrammar.ExpressionContext context) {
        return chain(context);
    }

    @Override
    public Doc visitConjunction(EventFluxGrammar.ConjunctionContext context) {
        return chain(context);
    }

    @Override
    public Doc visitSum(EventFluxGrammar.SumContext context) {
        return chain(context);
    }

    @Override
    public Doc visitProduct(EventFluxGrammar.ProductContext context) {
        return chain(context);
    }

    private Doc chain(ParserRuleContext context) {
        return Doc.group(visitChildren(context));
    }

    @Override
    public Doc visitCaseExpression(EventFluxGrammar.CaseExpressionContext context) {
        List<ParseTree> parts = Spacing.parts(context);
        int last = parts.size() - 1;
        return Doc.group(Doc.nest(join(parts.subList(0, last))), Doc.LINE, visit(parts.get(last)));
    }
}
