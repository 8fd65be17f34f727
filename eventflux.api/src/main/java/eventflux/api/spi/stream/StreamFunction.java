package eventflux.api.spi.stream;

/**
 * What {@code #name(…)} does to the rows of a stream: a {@link RowFunction} makes one row of each, a {@link StreamProcessor} any
 * number. Its fields are final: constants, and handles on {@linkplain eventflux.api.spi.state state} of the present key. Called by
 * the thread that owns the application; must not block. What it throws is an error of the row at hand.
 */
public sealed interface StreamFunction permits RowFunction, StreamProcessor {}
