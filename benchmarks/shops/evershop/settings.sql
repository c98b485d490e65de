-- What only the engine's admin pages make, for a shop that was just seeded.
-- psql fills in :'settings', :'pages', :'widgets', :'deliveries' and :'countries', all of them JSON.
begin;

-- The engine's seeding fetches pictures by HTTP only; ours lie in its media folder already.
insert into product_image (product_image_product_id, origin_image, is_main)
select product_id, '/assets/goods/' || lower(substring(sku from '^[A-Z]-[0-9]+')) || '.png', true
from product;

-- The engine's seeding ties variants by colour only; ours differ by size.
update variant_group
set attribute_one = (select attribute_id from attribute where attribute_code = 'size');

delete from setting where name in (select key from jsonb_each_text(:'settings'));
insert into setting (name, value, is_json)
select key, value, false from jsonb_each_text(:'settings');

-- One zone, and methods with a flat price each.
insert into shipping_zone (name) values ('Everywhere');
insert into shipping_zone_provider (zone_id, provider_code)
select shipping_zone_id, 'core' from shipping_zone where name = 'Everywhere';
insert into shipping_zone_country (zone_id, country)
select shipping_zone_id, country
from shipping_zone, jsonb_array_elements_text(:'countries') as country
where name = 'Everywhere';
insert into core_shipping_method (name, is_enabled, sort_order)
select name, true, row_number() over ()
from jsonb_to_recordset(:'deliveries') as delivery(name text);
insert into core_shipping_method_rate (method_id, zone_id, is_enabled, cost)
select core_shipping_method_id, shipping_zone_id, true, delivery.cost
from jsonb_to_recordset(:'deliveries') as delivery(name text, cost numeric)
join core_shipping_method method on method.name = delivery.name
join shipping_zone zone on zone.name = 'Everywhere';

-- Help pages, each reachable by its short name.
create temporary table help on commit drop as
select gen_random_uuid() as uuid, name, title, content
from jsonb_to_recordset(:'pages') as page(name text, title text, content jsonb);
insert into cms_page (uuid, status) select uuid, true from help;
insert into cms_page_description (cms_page_description_cms_page_id, url_key, name, content, meta_title)
select cms_page_id, help.name, title, content::text, title
from help join cms_page using (uuid);
insert into url_rewrite (entity_type, entity_uuid, request_path, target_path)
select 'cms_page', uuid, '/' || name, '/page/' || name from help;

-- Main menu, footer, and a shelf on the home page.
create temporary table placed on commit drop as
select gen_random_uuid() as uuid, name, type, settings, route, area
from jsonb_to_recordset(:'widgets') as widget(name text, type text, settings jsonb, route text, area text);
insert into widget_instance (uuid, name, type, settings, status)
select uuid, name, type, settings, true from placed;
insert into widget_placement (widget_instance_id, route, area, sort_order)
select widget_instance_id, route, area, 10 from placed join widget_instance using (uuid);

commit;
