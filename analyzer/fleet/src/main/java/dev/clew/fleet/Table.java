package dev.clew.fleet;

import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/// The tables of a fleet. The last two columns of each name the folders that its rows lie in.
enum Table {
    /// One row for each bundle, those that could not be read among them.
    BUNDLES(
            """
            bundle STRING, pack STRING, version STRING, path STRING, name STRING, cluster STRING,
            bytes BIGINT, modified TIMESTAMP, analysed TIMESTAMP, milliseconds BIGINT,
            verdict STRING, reason STRING, cilium STRING, kubernetes STRING, kernel STRING,
            helm STRING, files BIGINT, unpacked BIGINT, records BIGINT, incidents INT,
            findings INT, unknown INT, first_record TIMESTAMP, last_record TIMESTAMP\
            """),
    /// One row for each finding of a bundle.
    FINDINGS(
            """
            bundle STRING, cluster STRING, cilium STRING, kubernetes STRING, finding STRING,
            signature STRING, title STRING, severity STRING, role STRING, basis STRING,
            count BIGINT, first_seen TIMESTAMP, last_seen TIMESTAMP, transience STRING,
            subjects ARRAY<STRING>, subject_count BIGINT, values MAP<STRING, STRING>,
            source STRING, line BIGINT, text STRING, article STRING\
            """),
    /// One row for each incident of a bundle, in the order of its report.
    INCIDENTS(
            """
            bundle STRING, cluster STRING, cilium STRING, kubernetes STRING, rank INT,
            signature STRING, title STRING, severity STRING, confidence DOUBLE,
            symptoms ARRAY<STRING>, root_entities ARRAY<STRING>, trigger STRING,
            trigger_time TIMESTAMP, first_seen TIMESTAMP, last_seen TIMESTAMP\
            """),
    /// One row for each thing at fault.
    ROOT_ENTITIES(
            """
            bundle STRING, cluster STRING, rank INT, signature STRING, kind STRING,
            namespace STRING, name STRING\
            """),
    /// One row for each fact of a cluster.
    ENVIRONMENT("bundle STRING, cluster STRING, fact STRING, value STRING"),
    /// One row for each message that no signature knows.
    UNKNOWN_TEMPLATES(
            """
            bundle STRING, cluster STRING, cilium STRING, kubernetes STRING, template STRING,
            text STRING, level STRING, component STRING, namespace STRING, workload STRING,
            count BIGINT, first_seen TIMESTAMP, last_seen TIMESTAMP, source STRING, line BIGINT,
            sample STRING, mechanism STRING\
            """),
    /// One row for each part of a bundle that was not read, and why.
    SKIPPED("bundle STRING, cluster STRING, path STRING, reason STRING"),
    /// The report of each bundle, as `clew analyze -o json` prints it, and as a page, gzipped.
    REPORTS("bundle STRING, json STRING, page BINARY");

    private static final String PLACE = ", date DATE, batch STRING";

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    StructType schema() {
        return StructType.fromDDL(columns + PLACE);
    }

    /// Its name, and that of its folder.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
