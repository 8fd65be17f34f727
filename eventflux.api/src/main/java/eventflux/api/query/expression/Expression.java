package eventflux.api.query.expression;

import eventflux.api.query.node.Node;

/** An expression. Equal precedence is already resolved: the tree has no parentheses. */
public sealed interface Expression extends Node
        permits NumberLiteral,
                StringLiteral,
                BooleanLiteral,
                NullLiteral,
                DurationLiteral,
                ColumnReference,
                EventReference,
                Unary,
                Binary,
                Logical,
                Call,
                Cast,
                Case,
                Extract,
                InList,
                InTable,
                Between,
                Like,
                IsNull {

    /** Calls the visitor's method for this kind. */
    <R> R accept(ExpressionVisitor<R> visitor);
}
