/**
 * How an option of `docker run` is written in a service. `text`, `list` and `flag` are values of the key; `pairs` are
 * `NAME=value` in a mapping. A key with a dot is below another.
 * @see https://docs.docker.com/reference/cli/docker/container/run/
 */
export interface RunOption {
  /** The long name first. */
  readonly names: readonly string[];
  readonly form: 'text' | 'list' | 'flag' | 'pairs' | 'number';
  readonly key: string;
}

const table = `
name text container_name; hostname,h text hostname; domainname text domainname; user,u text user
workdir,w text working_dir; restart text restart; platform text platform; pull text pull_policy; runtime text runtime
isolation text isolation; pid text pid; ipc text ipc; uts text uts; userns text userns_mode; cgroupns text cgroup
cgroup-parent text cgroup_parent; mac-address text mac_address; stop-signal text stop_signal
memory,m text mem_limit; memory-reservation text mem_reservation; memory-swap text memswap_limit
memory-swappiness number mem_swappiness; cpus number cpus; cpu-shares,c number cpu_shares; cpu-period text cpu_period
cpu-quota text cpu_quota; cpu-rt-period text cpu_rt_period; cpu-rt-runtime text cpu_rt_runtime; cpuset-cpus text cpuset
shm-size text shm_size; pids-limit number pids_limit; oom-score-adj number oom_score_adj
oom-kill-disable flag oom_kill_disable; privileged flag privileged; init flag init; read-only flag read_only
tty,t flag tty; interactive,i flag stdin_open; no-healthcheck flag healthcheck.disable
health-interval text healthcheck.interval; health-timeout text healthcheck.timeout
health-retries number healthcheck.retries; health-start-period text healthcheck.start_period
health-start-interval text healthcheck.start_interval; log-driver text logging.driver; log-opt pairs logging.options
publish,p list ports; expose list expose; volume,v list volumes; env,e pairs environment; env-file list env_file
label,l pairs labels; label-file list label_file; annotation pairs annotations; add-host list extra_hosts
device list devices; device-cgroup-rule list device_cgroup_rules; cap-add list cap_add; cap-drop list cap_drop
dns list dns; dns-search list dns_search; dns-option list dns_opt; link list links; security-opt list security_opt
tmpfs list tmpfs; volumes-from list volumes_from; group-add list group_add; sysctl pairs sysctls
storage-opt pairs storage_opt`;

export const runOptions: readonly RunOption[] = table
  .split(/;\s*|\n/)
  .filter((row) => row !== '')
  .map((row) => {
    const [names = '', form = 'text', key = ''] = row.trim().split(' ');
    return { names: names.split(','), form: form as RunOption['form'], key };
  });

/** Options without a value that say how to run, not what. */
export const howToRun: ReadonlySet<string> = new Set(
  'detach,d,rm,quiet,q,sig-proxy,publish-all,P,disable-content-trust'.split(','),
);

/** Options with a value that mean nothing in a service, or are written in a way of their own. */
export const ownForm: ReadonlySet<string> = new Set(
  'network,net,network-alias,net-alias,ip,ip6,mount,entrypoint,health-cmd,ulimit,gpus,stop-timeout,attach,a,cidfile,detach-keys,blkio-weight,cpuset-mems,volume-driver,link-local-ip'.split(
    ',',
  ),
);
