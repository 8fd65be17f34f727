package eventflux.api.query.pattern;

/**
 * One method for each kind of {@link PatternElement}.
 *
 * @param <R> what a visit answers
 */
public interface PatternElementVisitor<R> {

    /** Visits a event element. */
    R visitEventElement(EventElement eventElement);

    /** Visits a absent element. */
    R visitAbsentElement(AbsentElement absentElement);

    /** Visits a logical element. */
    R visitLogicalElement(LogicalElement logicalElement);

    /** Visits a chain element. */
    R visitChainElement(ChainElement chainElement);

    /** Visits a every element. */
    R visitEveryElement(EveryElement everyElement);

    /** Visits a group element. */
    R visitGroupElement(GroupElement groupElement);
}
