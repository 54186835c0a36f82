package dev.clew.bundle.layout;

/// The layouts of bundles that are understood. Which one an input has is told by the names inside
/// it, whatever the bundle itself is called.
public enum Layout {
    /// `cilium sysdump`
    CILIUM_SYSDUMP("Cilium sysdump"),
    /// The folder or tar that `cilium-bugtool` makes by itself
    CILIUM_BUGTOOL("Cilium bugtool archive"),
    /// troubleshoot.sh
    SUPPORT_BUNDLE("troubleshoot.sh support bundle"),
    /// `kubectl cluster-info dump`
    CLUSTER_INFO_DUMP("kubectl cluster-info dump"),
    /// OpenShift `oc adm must-gather` and `oc adm inspect`
    MUST_GATHER("OpenShift must-gather"),
    /// `clew collect`
    CLEW("Clew bundle");

    private final String title;

    Layout(String title) {
        this.title = title;
    }

    /// What people call it.
    public String title() {
        return title;
    }
}
