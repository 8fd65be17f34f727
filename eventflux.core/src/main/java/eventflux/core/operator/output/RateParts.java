package eventflux.core.operator.output;

import eventflux.api.spi.state.StateFactory;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordPart;
import eventflux.core.time.AppClock;

/**
 * What every rate works with.
 *
 * @param record what it remembers
 * @param state hands out cells of it
 * @param clock the application's
 * @param layout of the rows
 * @param row a cursor of its own on them
 * @param next takes what comes out
 * @param isInPartition whether each part has a rate of its own
 */
public record RateParts(
        RecordPart record,
        StateFactory state,
        AppClock clock,
        RowLayout layout,
        RowView row,
        RunReceiver next,
        boolean isInPartition) {}
