package eventflux.core.compile;

import eventflux.core.operator.GroupLife;
import eventflux.core.operator.Groups;
import eventflux.core.operator.KeyedGroups;
import eventflux.core.operator.PartitionedGroups;
import eventflux.core.state.OwnedRecords;
import eventflux.core.state.RecordPart;

/** Makes groups by key: of the application, or of each part of a partition. */
final class KeyedGroupsCompiler {

    private KeyedGroupsCompiler() {}

    /**
     * The groups.
     *
     * @param cells of a group, in records of their own
     */
    static Groups groups(CompileScope scope, RecordPart cells, KeyIndexes indexes, GroupLife life) {
        if (!scope.partitioned()) {
            return new KeyedGroups(cells.id(), cells.store(), indexes.single(), life);
        }
        RecordPart lists = new RecordPart(cells.id(), scope.records());
        OwnedRecords owned = new OwnedRecords(lists, "groups", cells.store());
        return new PartitionedGroups(
                cells.id(),
                new PartitionedGroups.Records(scope.records(), cells.store(), owned),
                indexes.partitioned(scope.records()),
                life);
    }
}
