-- The five metrics of `postmortem report`, counted from the tables of `postmortem export` (facts.md).
-- They need a table period (label, from_day, until_day), until_day not included, for example:
--   create table period as select '2026-Q3' as label, date '2026-07-01' as from_day, date '2026-10-01' as until_day;
-- A metric that is not known is null. Unknown cases have a column of their own.

-- completion
with incident as (
  select period.label, incidents.completion,
         -- An incident without a postmortem is not counted before its second day is over.
         export.as_of >= incidents.day + 2 as counts
  from incidents
  join period on incidents.day >= period.from_day and incidents.day < period.until_day
  cross join export
  where incidents.needs_postmortem
)
select period.label,
       count(*) filter (where completion = 'complete') as numerator,
       count(*) filter (where completion = 'complete' or (completion in ('none', 'incomplete') and counts)) as denominator,
       count(*) filter (where completion = 'unknown') as unknown,
       cast(count(*) filter (where completion = 'complete') as double)
         / nullif(count(*) filter (where completion = 'complete' or (completion in ('none', 'incomplete') and counts)), 0) as value
from period left join incident on incident.label = period.label
group by period.label order by period.label;

-- actions-on-time
with item as (
  select period.label,
         case
           when due_on is null then 'unknown'
           when state = 'done' and done_on is null then 'unknown'
           when state = 'done' and done_on <= due_on then 'on time'
           when state = 'done' then 'late'
           when state is null then 'unknown'
           when due_on < export.as_of then 'late'
           else 'not due'
         end as outcome
  from action_items
  join period on coalesce(due_on, incident_day) >= period.from_day and coalesce(due_on, incident_day) < period.until_day
  cross join export
  where state is distinct from 'cancelled'
)
select period.label,
       count(*) filter (where outcome = 'on time') as numerator,
       count(*) filter (where outcome in ('on time', 'late')) as denominator,
       count(*) filter (where outcome = 'unknown') as unknown,
       cast(count(*) filter (where outcome = 'on time') as double)
         / nullif(count(*) filter (where outcome in ('on time', 'late')), 0) as value
from period left join item on item.label = period.label
group by period.label order by period.label;

-- repeat-incidents
select period.label,
       count(repeat_of) filter (where repeat_known) as numerator,
       count(*) filter (where repeat_known) as denominator,
       count(*) filter (where not repeat_known) as unknown,
       case when count(*) filter (where repeat_known) > 0 then count(repeat_of) filter (where repeat_known) end as value
from period
left join incidents on incidents.day >= period.from_day and incidents.day < period.until_day
group by period.label order by period.label;

-- time-to-postmortem
with incident as (
  select period.label,
         case when completion = 'complete' and completed_on >= day then completed_on - day end as days
  from incidents
  join period on incidents.day >= period.from_day and incidents.day < period.until_day
  where incidents.needs_postmortem
)
select period.label,
       sum(days) as numerator,
       count(days) as denominator,
       count(incident.label) - count(days) as unknown,
       percentile_cont(0.5) within group (order by cast(days as double)) as value,
       percentile_cont(0.9) within group (order by cast(days as double)) as p90
from period left join incident on incident.label = period.label
group by period.label order by period.label;

-- psychological-safety
select period.label,
       sum(score_sum) as numerator,
       coalesce(sum(answers), 0) as denominator,
       0 as unknown,
       sum(score_sum) / sum(answers) as value
from period
left join surveys on cast(left(quarter, 4) || '-' || right('0' || (cast(right(quarter, 1) as integer) * 3 - 2), 2) || '-01' as date) >= period.from_day
                 and cast(left(quarter, 4) || '-' || right('0' || (cast(right(quarter, 1) as integer) * 3 - 2), 2) || '-01' as date) < period.until_day
group by period.label order by period.label;
