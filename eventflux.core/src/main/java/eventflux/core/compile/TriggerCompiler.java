package eventflux.core.compile;

import eventflux.api.spi.state.StateFactory;
import eventflux.api.time.CronSchedule;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.Trigger;
import eventflux.core.operator.TriggerTimes;
import eventflux.core.resolved.TriggerSchedule;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.state.RecordPart;
import java.time.ZoneId;

/** Makes what puts rows into streams at times. */
final class TriggerCompiler {

    private TriggerCompiler() {}

    static void compile(CompileScope scope, TriggerSchedule schedule, StreamJunction stream) {
        RecordPart record = new RecordPart(stream.name() + "/trigger", scope.records());
        StateFactory state = record.state(new RowArena(), "", stream.layout(), scope.symbols());
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), scope.records(), state);
        Trigger.Timing timing = new Trigger.Timing(
                timer, times(schedule), scope.clock().timers().nextOrder());
        RowBuilder row = new RowBuilder(new RowBatch(stream.layout()), scope.symbols());
        scope.state().add(new Trigger(record, state, timing, row, stream));
    }

    private static TriggerTimes times(TriggerSchedule schedule) {
        if (schedule instanceof TriggerSchedule.Every every) {
            return new Steps(every.millis());
        }
        return schedule instanceof TriggerSchedule.Cron cron
                ? new Calendar(CronSchedule.parse(cron.expression(), ZoneId.of(cron.zone())))
                : new Once();
    }

    private record Once() implements TriggerTimes {

        @Override
        public long first(long beginning) {
            return beginning;
        }

        @Override
        public long after(long last) {
            return NEVER;
        }
    }

    private record Steps(long millis) implements TriggerTimes {

        @Override
        public long first(long beginning) {
            return beginning + millis;
        }

        @Override
        public long after(long last) {
            return last + millis;
        }
    }

    private record Calendar(CronSchedule schedule) implements TriggerTimes {

        @Override
        public long first(long beginning) {
            return after(beginning);
        }

        @Override
        public long after(long last) {
            long next = schedule.nextAfter(last);
            return next == CronSchedule.NEVER ? NEVER : next;
        }
    }
}
