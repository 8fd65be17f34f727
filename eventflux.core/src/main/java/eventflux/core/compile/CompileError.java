package eventflux.core.compile;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong when operators are made. */
public enum CompileError implements ErrorCode {
    /** An extension refuses its arguments, which fit its description but not each other. */
    ARGUMENTS_REFUSED(ErrorKind.USER, "{extension}: {cause}"),
    /** An extension left between analysis and compilation. */
    EXTENSION_GONE(ErrorKind.EXTERNAL, "{extension} is not there any more"),
    /** An extension breaks the contract of its kind. */
    EXTENSION_FAILED(ErrorKind.EXTERNAL, "{extension} could not be made: {cause}"),
    /** An aggregator keeps rows that mean nothing to another process. */
    ROWS_IN_BUCKETS(
            ErrorKind.USER,
            "an aggregator of {aggregation} remembers rows with texts: its buckets cannot lie in a store"),
    /** Of what two nodes have seen an aggregator cannot make one. */
    NODES_NOT_MERGED(
            ErrorKind.USER,
            "{extension} of {aggregation} cannot put together what several nodes have seen, so no others may write it"),
    /** A change that the engine has to make row by row, in a store that cannot tell rows apart. */
    ROWS_NOT_FOUND_AGAIN(
            ErrorKind.USER,
            "the store of {table} cannot test the whole condition, and without a primary key it cannot find single rows again");

    private final ErrorKind kind;
    private final String template;

    CompileError(ErrorKind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String template() {
        return template;
    }
}
