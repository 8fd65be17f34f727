package eventflux.core.analyze.definition;

import eventflux.api.query.input.InputVisitor;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.MatchRecognizeInput;
import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.QueryInput;
import eventflux.api.query.input.StoreInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.ChainElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.LogicalElement;
import eventflux.api.query.pattern.PatternElementVisitor;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectExpressionVisitor;
import eventflux.api.query.select.Union;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the streams that a query reads, those of joins, patterns and queries inside it included. */
public final class ReadStreams
        implements InputVisitor<Void>, PatternElementVisitor<Void>, SelectExpressionVisitor<Void> {

    private final Set<String> names = new LinkedHashSet<>();

    private final String partition;

    private ReadStreams(String partition) {
        this.partition = partition;
    }

    /** Each stream once, in the order of the text; the query stands in a partition, or outside when that is empty. */
    public static List<String> of(Query query, String partition) {
        ReadStreams streams = new ReadStreams(partition);
        query.body().accept(streams);
        return new ArrayList<>(streams.names);
    }

    private void add(StreamName stream) {
        names.add(Streams.name(stream, partition));
    }

    @Override
    public Void visitSelect(Select select) {
        select.from().ifPresent(input -> input.accept(this));
        return null;
    }

    @Override
    public Void visitUnion(Union union) {
        union.branches().forEach(branch -> branch.accept(this));
        return null;
    }

    @Override
    public Void visitStreamInput(StreamInput input) {
        add(input.stream());
        return null;
    }

    @Override
    public Void visitStoreInput(StoreInput input) {
        return null;
    }

    @Override
    public Void visitQueryInput(QueryInput input) {
        return input.query().body().accept(this);
    }

    @Override
    public Void visitJoinInput(JoinInput input) {
        input.first().accept(this);
        input.joins().forEach(join -> join.right().accept(this));
        return null;
    }

    @Override
    public Void visitPatternInput(PatternInput input) {
        return input.pattern().accept(this);
    }

    @Override
    public Void visitMatchRecognizeInput(MatchRecognizeInput input) {
        return input.source().accept(this);
    }

    @Override
    public Void visitEventElement(EventElement element) {
        add(element.stream());
        return null;
    }

    @Override
    public Void visitAbsentElement(AbsentElement element) {
        return visitEventElement(element.absent());
    }

    @Override
    public Void visitLogicalElement(LogicalElement element) {
        element.elements().forEach(part -> part.accept(this));
        return null;
    }

    @Override
    public Void visitChainElement(ChainElement element) {
        element.elements().forEach(part -> part.accept(this));
        return null;
    }

    @Override
    public Void visitEveryElement(EveryElement element) {
        return element.element().accept(this);
    }

    @Override
    public Void visitGroupElement(GroupElement element) {
        return element.element().accept(this);
    }
}
